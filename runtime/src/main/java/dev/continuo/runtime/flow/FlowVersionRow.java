package dev.continuo.runtime.flow;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "flow_version")
class FlowVersionRow {
  @EmbeddedId Key key = new Key("", 0);
  String contentHash = "";
  String xml = "";
  @Nullable Long processKey;
  @Nullable Integer engineVersion;
  Instant releasedAt = Instant.now();
  String releasedBy = "";
  String why = "";

  Flow.Version toVersion() {
    return new Flow.Version(
        key.version(), contentHash, xml, processKey, releasedAt, releasedBy, why);
  }

  @Embeddable
  record Key(String flowId, int version) implements Serializable {}
}
