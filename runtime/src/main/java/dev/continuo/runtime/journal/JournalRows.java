package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the table {@code journal}. */
final class JournalRows {
  private static final String COLUMNS =
      "SELECT pos, ts, key, pi, pd, part, vt, intent, el, et, scope, p FROM journal ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JournalRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<JournalRecord> after(int partition, long position, int limit) {
    return jdbc.sql(COLUMNS + "WHERE part = ? AND pos > ? ORDER BY pos LIMIT ?")
        .params(partition, position, limit)
        .query((row, number) -> record(row))
        .list();
  }

  /** What a person would be told of a run, in order; no variables. */
  List<JournalRecord> transitions(long runKey, int limit) {
    return jdbc.sql(
            COLUMNS
                + "WHERE pi = ? AND vt IN ('PROCESS_INSTANCE', 'INCIDENT', 'JOB',"
                + " 'PROCESS_MESSAGE_SUBSCRIPTION') AND intent <> 'SEQUENCE_FLOW_TAKEN'"
                + " ORDER BY pos LIMIT ?")
        .params(runKey, limit)
        .query((row, number) -> record(row))
        .list();
  }

  List<JournalRecord> variables(long runKey) {
    return jdbc.sql(COLUMNS + "WHERE pi = ? AND vt = 'VARIABLE' ORDER BY pos")
        .param(runKey)
        .query((row, number) -> record(row))
        .list();
  }

  private JournalRecord record(ResultSet row) throws SQLException {
    return new JournalRecord(
        row.getLong("pos"),
        row.getInt("part"),
        row.getTimestamp("ts").toInstant(),
        row.getLong("key"),
        row.getLong("pi"),
        row.getLong("pd"),
        row.getString("vt"),
        row.getString("intent"),
        row.getString("el"),
        payload(row));
  }

  private @Nullable JsonNode payload(ResultSet row) throws SQLException {
    JsonNode payload = parsed(row.getBytes("p"));
    String type = row.getString("et");
    if (type == null) {
      return payload;
    }
    ObjectNode element = payload instanceof ObjectNode given ? given : json.createObjectNode();
    return element.put("bpmnElementType", type).put("flowScopeKey", row.getLong("scope"));
  }

  /** A payload that cannot be read must not stop the journal: the record goes on without it. */
  private @Nullable JsonNode parsed(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return json.readTree(bytes);
    } catch (JacksonException e) {
      return null;
    }
  }
}
