package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** One answer on its way into the log. */
  record Entry(
      DecisionRequest request,
      int version,
      String decisionId,
      Evaluation answer,
      boolean usable,
      long micros) {}

  /**
   * Writes an answer and returns its number; the same question of the same visit keeps its first.
   */
  long write(Entry entry) {
    var request = entry.request();
    var inputs = json.writeValueAsString(PlainValues.of(request.inputs()));
    return jdbc.sql(
            """
            INSERT INTO decision_evaluation(table_id, version, decision_id, inputs, outputs, hits,
              problems, answered, micros, run_key, element_instance_key, element_id, replay_key)
            VALUES (:table, :version, :decision, :inputs::json, :outputs::json, :hits::json,
              :problems::json, :answered, :micros, :run, :visit, :element, :replay)
            ON CONFLICT (replay_key) DO UPDATE SET replay_key = excluded.replay_key
            RETURNING id
            """)
        .param("table", request.tableId())
        .param("version", entry.version())
        .param("decision", entry.decisionId())
        .param("inputs", inputs)
        .param("outputs", json.writeValueAsString(PlainValues.of(entry.answer().outputs())))
        .param("hits", json.writeValueAsString(entry.answer().hits()))
        .param(
            "problems",
            json.writeValueAsString(
                entry.answer().problems().stream().map(Finding::sentence).toList()))
        .param("answered", entry.usable())
        .param("micros", entry.micros())
        .param("run", request.runKey(), java.sql.Types.BIGINT)
        .param("visit", request.elementInstanceKey(), java.sql.Types.BIGINT)
        .param("element", request.elementId(), java.sql.Types.VARCHAR)
        .param("replay", replayKey(entry), java.sql.Types.VARCHAR)
        .query(Long.class)
        .single();
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
