package dev.continuo.runtime.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads cards with their verdicts from rows. */
final class CardReading implements RowMapper<Card> {
  static final String SELECT =
      """
      SELECT c.*, v.decision, v.who, v.decided_at, v.note, v.edited
      FROM card c LEFT JOIN card_verdict v ON v.card_id = c.id
      """;
  private static final TypeReference<List<CardItem>> ITEMS = new TypeReference<>() {};
  private final JsonMapper json;

  CardReading(JsonMapper json) {
    this.json = json;
  }

  record Body(
      Justification why, List<CardItem> items, List<CardAction> actions, String ifNothing) {}

  @Override
  public Card mapRow(ResultSet row, int number) throws SQLException {
    var body = json.readValue(row.getString("body"), Body.class);
    long run = row.getLong("run_key");
    boolean noRun = row.wasNull();
    return new Card(
        row.getObject("id", UUID.class),
        row.getString("card_key"),
        CardKind.valueOf(row.getString("kind")),
        Severity.of(row.getString("severity")),
        row.getString("title"),
        row.getString("summary"),
        noRun ? null : run,
        row.getString("element_id"),
        body.why(),
        body.items(),
        body.actions(),
        body.ifNothing(),
        row.getString("content_hash"),
        Card.State.valueOf(row.getString("state")),
        row.getTimestamp("raised_at").toInstant(),
        instant(row, "due_at"),
        instant(row, "snoozed_until"),
        decided(row));
  }

  private Card.@Nullable Decided decided(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    if (decision == null) {
      return null;
    }
    String edited = row.getString("edited");
    return new Card.Decided(
        Verdict.Decision.valueOf(decision),
        row.getString("who"),
        row.getTimestamp("decided_at").toInstant(),
        row.getString("note"),
        edited == null ? List.of() : json.readValue(edited, ITEMS));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
