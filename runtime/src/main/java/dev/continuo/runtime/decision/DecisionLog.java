package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of all answers. */
final class DecisionLog {
  private static final String COLUMNS =
      """
      SELECT id, at, table_id, version, decision_id, inputs, outputs, hits, problems, answered,
             micros, run_key, element_instance_key, element_id
      FROM decision_evaluation
      """;
  private static final TypeReference<Map<String, @Nullable Object>> VALUES =
      new TypeReference<>() {};
  private static final TypeReference<List<HitRow>> HITS = new TypeReference<>() {};
  private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DecisionLog(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * One answer on its way into the log.
   *
   * @param id the number it is recorded under
   */
  record Entry(
      long id,
      Instant at,
      DecisionRequest request,
      int version,
      String decisionId,
      Evaluation answer,
      boolean usable,
      long micros) {}

  /** Numbers for answers to come. */
  List<Long> numbers(int howMany) {
    return jdbc.sql(
            """
            SELECT nextval(pg_get_serial_sequence('decision_evaluation', 'id'))
            FROM generate_series(1, ?)
            """)
        .param(howMany)
        .query(Long.class)
        .list();
  }

  /**
   * Writes answers in one statement and returns their numbers in the same order; the same question
   * of the same visit keeps its first number.
   */
  List<Long> write(List<Entry> entries) {
    var first = new LinkedHashMap<String, Entry>();
    var keys = new ArrayList<@Nullable String>();
    for (var entry : entries) {
      var key = replayKey(entry);
      keys.add(key);
      first.putIfAbsent(key == null ? "#" + entry.id() : key, entry);
    }
    var known = insert(List.copyOf(first.values()));
    var numbers = new ArrayList<Long>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      var key = keys.get(i);
      numbers.add(key == null ? entries.get(i).id() : known.getOrDefault(key, entries.get(i).id()));
    }
    return numbers;
  }

  /** The numbers by replay key, where there is one. */
  private Map<String, Long> insert(List<Entry> entries) {
    var known = new HashMap<String, Long>();
    jdbc.sql(
            """
            INSERT INTO decision_evaluation(id, at, table_id, version, decision_id, inputs, outputs,
              hits, problems, answered, micros, run_key, element_instance_key, element_id, replay_key)
            OVERRIDING SYSTEM VALUE
            SELECT id, to_timestamp(at / 1000.0), table_id, version, decision_id, inputs::json,
              outputs::json, hits::json, problems::json, answered, micros, run, visit, element, replay
            FROM unnest(:ids, :at, :tables, :versions, :decisions, :inputs, :outputs, :hits,
              :problems, :answered, :micros, :runs, :visits, :elements, :replays)
              AS e(id, at, table_id, version, decision_id, inputs, outputs, hits, problems, answered,
                   micros, run, visit, element, replay)
            ON CONFLICT (replay_key) DO UPDATE SET replay_key = excluded.replay_key
            RETURNING id, replay_key
            """)
        .param("ids", numbers(entries, Entry::id))
        .param("at", numbers(entries, e -> e.at().toEpochMilli()))
        .param("tables", texts(entries, e -> e.request().tableId()))
        .param("versions", entries.stream().map(Entry::version).toArray(Integer[]::new))
        .param("decisions", texts(entries, Entry::decisionId))
        .param("inputs", texts(entries, e -> written(PlainValues.of(e.request().inputs()))))
        .param("outputs", texts(entries, e -> written(PlainValues.of(e.answer().outputs()))))
        .param("hits", texts(entries, e -> written(e.answer().hits())))
        .param("problems", texts(entries, e -> written(sentences(e))))
        .param("answered", entries.stream().map(Entry::usable).toArray(Boolean[]::new))
        .param("micros", numbers(entries, Entry::micros))
        .param("runs", numbers(entries, e -> e.request().runKey()))
        .param("visits", numbers(entries, e -> e.request().elementInstanceKey()))
        .param("elements", texts(entries, e -> e.request().elementId()))
        .param("replays", texts(entries, this::replayKey))
        .query(
            row -> {
              var key = row.getString("replay_key");
              if (key != null) {
                known.put(key, row.getLong("id"));
              }
            });
    return known;
  }

  private static List<String> sentences(Entry entry) {
    return entry.answer().problems().stream().map(Finding::sentence).toList();
  }

  /** PostgreSQL takes every character but one. */
  private String written(Object value) {
    return json.writeValueAsString(value).replace("\\u0000", "");
  }

  private static @Nullable String[] texts(
      List<Entry> entries, Function<Entry, @Nullable String> text) {
    return entries.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable Long[] numbers(
      List<Entry> entries, Function<Entry, @Nullable Long> number) {
    return entries.stream().map(number).toArray(Long[]::new);
  }

  List<RecordedDecision> ofRun(long runKey) {
    return jdbc.sql(COLUMNS + "WHERE run_key = ? ORDER BY id LIMIT 5000")
        .param(runKey)
        .query((rs, row) -> recorded(rs))
        .list();
  }

  List<RecordedDecision> latest(String tableId, int most) {
    return jdbc.sql(COLUMNS + "WHERE table_id = ? ORDER BY id DESC LIMIT ?")
        .params(tableId, most)
        .query((rs, row) -> recorded(rs))
        .list();
  }

  /** Names a question of one visit of an element; null where nothing could ask it twice. */
  @Nullable String replayKey(Entry entry) {
    var visit = entry.request().elementInstanceKey();
    if (visit == null) {
      return null;
    }
    var sorted = json.writeValueAsString(new TreeMap<>(PlainValues.of(entry.request().inputs())));
    return "%d/%s/%d/%s/%s"
        .formatted(
            visit,
            entry.request().tableId(),
            entry.version(),
            entry.decisionId(),
            ContentHash.of(sorted).substring(0, 32));
  }

  private RecordedDecision recorded(ResultSet rs) throws SQLException {
    return new RecordedDecision(
        rs.getLong("id"),
        rs.getTimestamp("at").toInstant(),
        rs.getString("table_id"),
        rs.getInt("version"),
        rs.getString("decision_id"),
        json.readValue(rs.getString("inputs"), VALUES),
        json.readValue(rs.getString("outputs"), VALUES),
        json.readValue(rs.getString("hits"), HITS),
        json.readValue(rs.getString("problems"), SENTENCES),
        rs.getBoolean("answered"),
        rs.getLong("micros"),
        rs.getObject("run_key", Long.class),
        rs.getObject("element_instance_key", Long.class),
        rs.getString("element_id"));
  }
}
