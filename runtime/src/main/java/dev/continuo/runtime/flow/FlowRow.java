package dev.continuo.runtime.flow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "flow")
class FlowRow {
  @Id String id = "";
  String title = "";
  boolean shipped;
  @Nullable String draftXml;
  int draftRevision;
  @Nullable Instant draftSavedAt;
  Instant createdAt = Instant.now();
}
