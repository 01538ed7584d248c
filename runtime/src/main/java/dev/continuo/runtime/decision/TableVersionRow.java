package dev.continuo.runtime.decision;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "decision_table_version")
class TableVersionRow {
  @EmbeddedId Key key = new Key("", 0);
  String contentHash = "";
  String xml = "";
  Instant releasedAt = Instant.now();
  String releasedBy = "";
  String why = "";

  TableVersion toVersion() {
    return new TableVersion(
        key.tableId(), key.version(), contentHash, xml, releasedAt, releasedBy, why);
  }

  @Embeddable
  record Key(String tableId, int version) implements Serializable {}
}
