package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The trace: entries of features in {@code run_trace}, transitions in {@code journal}. */
final class StoredTrace implements Trace {
  private static final int LINES = 5_000;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final JournalRows rows;
  private final ElementNames names;

  StoredTrace(JdbcClient jdbc, JsonMapper json, JournalRows rows, ElementNames names) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = rows;
    this.names = names;
  }

  @Override
  public void record(TraceEntry entry) {
    jdbc.sql(
            """
            INSERT INTO run_trace
              (key, run_key, element_key, element_id, kind, sentence, details, at)
            VALUES (?, ?, ?, ?, ?, ?, ?::json, ?) ON CONFLICT (key) DO NOTHING
            """)
        .param(entry.key())
        .param(entry.runKey())
        .param(entry.elementInstanceKey())
        .param(entry.elementId())
        .param(entry.kind().name())
        .param(PlainText.line(entry.sentence(), 2_000))
        .param(json.writeValueAsString(entry.details()))
        .param(Timestamp.from(entry.at()))
        .update();
  }

  @Override
  public List<TraceLine> of(long runKey) {
    TraceTree tree = new TraceTree(runKey, Sentences.text(names));
    rows.transitions(runKey, LINES).forEach(tree::add);
    jdbc.sql("SELECT * FROM run_trace WHERE run_key = ? ORDER BY id LIMIT ?")
        .params(runKey, LINES)
        .query((row, number) -> entry(row))
        .list()
        .forEach(tree::add);
    List<TraceLine> lines = tree.lines();
    return lines.size() > LINES ? lines.subList(0, LINES) : lines;
  }

  /** Entries that the day's log does not have yet, oldest first. */
  List<TraceEntry> unlogged(int limit) {
    return jdbc.sql("SELECT * FROM run_trace WHERE NOT logged ORDER BY id LIMIT ?")
        .param(limit)
        .query((row, number) -> entry(row))
        .list();
  }

  void logged(List<TraceEntry> entries) {
    jdbc.sql("UPDATE run_trace SET logged = true WHERE key = ANY (?)")
        .param(entries.stream().map(TraceEntry::key).toArray(String[]::new))
        .update();
  }

  private TraceEntry entry(ResultSet row) throws SQLException {
    return new TraceEntry(
        row.getString("key"),
        row.getLong("run_key"),
        row.getObject("element_key", Long.class),
        row.getString("element_id"),
        TraceKind.valueOf(row.getString("kind")),
        row.getString("sentence"),
        details(row.getString("details")),
        row.getTimestamp("at").toInstant());
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> details(String text) {
    return json.readValue(text, LinkedHashMap.class);
  }
}
