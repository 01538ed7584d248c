package dev.continuo.runtime.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "decision_table")
class DecisionTableRow {
  @Id String id = "";
  String title = "";

  @Enumerated(EnumType.STRING)
  DecisionTable.Kind kind = DecisionTable.Kind.FLOW;

  String draftXml = "";
  int draftRevision = 1;
  @Nullable Instant draftSavedAt;
  @Nullable String shippedHash;
  @Nullable String offeredXml;
  Instant createdAt = Instant.now();
}
