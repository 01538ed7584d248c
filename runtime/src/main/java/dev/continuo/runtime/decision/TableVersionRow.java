package dev.continuo.runtime.decision;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "decision_table_version")
class TableVersionRow {
  @EmbeddedId Key key = new Key("", 0);
  String contentHash = "";
  String xml = "";
  Instant releasedAt = Instant.now();
  String releasedBy = "";
  String why = "";
  @Nullable Integer rolledBackTo;
  @Nullable Instant retiredAt;
  @Nullable String retiredBy;
  @Nullable String retiredWhy;

  TableVersion toVersion() {
    return new TableVersion(
        key.tableId(),
        key.version(),
        contentHash,
        xml,
        releasedAt,
        releasedBy,
        why,
        rolledBackTo,
        retiredAt == null
            ? null
            : new TableVersion.Retired(
                retiredAt, String.valueOf(retiredBy), String.valueOf(retiredWhy)));
  }

  @Embeddable
  record Key(String tableId, int version) implements Serializable {}
}
