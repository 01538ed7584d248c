package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  public void record(List<TraceEntry> entries) {
    if (entries.size() < 2) {
      entries.forEach(this::record);
      return;
    }
    jdbc.sql(
            """
            INSERT INTO run_trace
              (key, run_key, element_key, element_id, kind, sentence, details, at)
            SELECT key, run, visit, element, kind, sentence, details::json, at
            FROM unnest(:keys, :runs, :visits, :elements, :kinds, :sentences, :details, :at)
              AS e(key, run, visit, element, kind, sentence, details, at)
            ON CONFLICT (key) DO NOTHING
            """)
        .param("keys", texts(entries, TraceEntry::key))
        .param("runs", entries.stream().map(TraceEntry::runKey).toArray(Long[]::new))
        .param("visits", entries.stream().map(TraceEntry::elementInstanceKey).toArray(Long[]::new))
        .param("elements", texts(entries, TraceEntry::elementId))
        .param("kinds", texts(entries, e -> e.kind().name()))
        .param("sentences", texts(entries, e -> PlainText.line(e.sentence(), 2_000)))
        .param("details", texts(entries, e -> json.writeValueAsString(e.details())))
        .param("at", entries.stream().map(e -> Timestamp.from(e.at())).toArray(Timestamp[]::new))
        .update();
  }

  private static @Nullable String[] texts(
      List<TraceEntry> entries, Function<TraceEntry, @Nullable String> text) {
    return entries.stream().map(text).toArray(String[]::new);
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
