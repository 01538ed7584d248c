package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads and saves what a {@link Projection} works on. Rows go over as one JSON array per table: one
 * statement, whatever their number.
 */
final class ProjectionRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ProjectionRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is known of the runs that the batch is about. */
  Projection load(List<JournalRecord> batch) {
    Projection projection = new Projection();
    Long[] keys =
        batch.stream()
            .map(JournalRecord::runKey)
            .filter(key -> key > 0)
            .distinct()
            .toArray(Long[]::new);
    if (keys.length > 0) {
      jdbc.sql("SELECT * FROM run WHERE run_key = ANY (?)")
          .param(keys)
          .query((row, number) -> draft(row))
          .list()
          .forEach(run -> projection.runs.put(run.runKey, run));
      jdbc.sql("SELECT * FROM run_element WHERE run_key = ANY (?) ORDER BY element_key")
          .param(keys)
          .query((row, number) -> loadElement(row, projection))
          .list();
    }
    return projection;
  }

  void save(Projection projection) {
    projection.settle();
    List<RunDraft> changed = projection.runs.values().stream().filter(r -> r.changed).toList();
    saveRuns(changed);
    saveCounts(changed);
    saveElements(projection);
    saveIncidents(projection);
    saveTasks(projection);
    saveFences(projection);
  }

  private static RunDraft draft(ResultSet row) throws SQLException {
    RunState state = RunState.valueOf(row.getString("state"));
    RunDraft run = new RunDraft(row.getLong("run_key"), state);
    run.flowId = row.getString("flow_id");
    run.version = row.getInt("version");
    run.processKey = row.getLong("process_key");
    run.parentRunKey = row.getObject("parent_run_key", Long.class);
    run.state = state;
    run.startedAt = row.getTimestamp("started_at").toInstant();
    run.endedAt = instant(row.getTimestamp("ended_at"));
    run.startKey = row.getString("start_key");
    run.title = row.getString("title");
    run.openIncidents = row.getInt("open_incidents");
    return run;
  }

  private static boolean loadElement(ResultSet row, Projection projection) throws SQLException {
    Run.Element element = StoredRuns.element(row);
    RunDraft run = projection.runs.get(row.getLong("run_key"));
    if (run != null) {
      run.open.put(element.key(), element);
    }
    return projection.loadedElements.add(element.key());
  }

  static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private void saveRuns(List<RunDraft> runs) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (RunDraft run : runs) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("run_key", run.runKey);
      row.put("flow_id", run.flowId);
      row.put("version", run.version);
      row.put("process_key", run.processKey);
      row.put("parent_run_key", run.parentRunKey);
      row.put("state", run.state);
      row.put("started_at", run.startedAt);
      row.put("ended_at", run.endedAt);
      row.put("start_key", run.startKey);
      row.put("title", run.title);
      row.put("open_incidents", run.openIncidents);
      rows.add(row);
    }
    write(
        rows,
        """
        INSERT INTO run SELECT * FROM json_populate_recordset(null::run, ?::json)
        ON CONFLICT (run_key) DO UPDATE SET
          version = excluded.version, process_key = excluded.process_key,
          parent_run_key = excluded.parent_run_key, state = excluded.state,
          ended_at = excluded.ended_at, start_key = excluded.start_key, title = excluded.title,
          open_incidents = excluded.open_incidents
        """);
  }

  private void saveCounts(List<RunDraft> runs) {
    Map<Map<String, Object>, Integer> changes = new HashMap<>();
    for (RunDraft run : runs) {
      if (run.before != run.state) {
        changes.merge(Map.of("flow_id", run.flowId, "state", run.state), 1, Integer::sum);
        if (run.before != null) {
          changes.merge(Map.of("flow_id", run.flowId, "state", run.before), -1, Integer::sum);
        }
      }
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    changes.forEach(
        (what, change) -> {
          Map<String, @Nullable Object> row = new HashMap<>(what);
          row.put("n", change);
          rows.add(row);
        });
    write(
        rows,
        """
        INSERT INTO run_count SELECT * FROM json_populate_recordset(null::run_count, ?::json)
        ON CONFLICT (flow_id, state) DO UPDATE SET n = run_count.n + excluded.n
        """);
  }

  private void saveElements(Projection projection) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<Long> gone = new ArrayList<>(projection.loadedElements);
    for (RunDraft run : projection.runs.values()) {
      gone.removeAll(run.open.keySet());
      for (Run.Element element : run.open.values()) {
        if (projection.changedElements.contains(element.key())) {
          rows.add(row(run.runKey, element));
        }
      }
    }
    if (!gone.isEmpty()) {
      jdbc.sql("DELETE FROM run_element WHERE element_key = ANY (?)")
          .param(gone.toArray(Long[]::new))
          .update();
    }
    write(
        rows,
        """
        INSERT INTO run_element SELECT * FROM json_populate_recordset(null::run_element, ?::json)
        ON CONFLICT (element_key) DO UPDATE SET
          element_id = excluded.element_id, waiting = excluded.waiting
        """);
  }

  private static Map<String, @Nullable Object> row(long runKey, Run.Element element) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("element_key", element.key());
    row.put("run_key", runKey);
    row.put("element_id", element.elementId());
    row.put("type", element.type());
    row.put("scope_key", element.scopeKey());
    row.put("waiting", element.waiting());
    row.put("since", element.since());
    return row;
  }

  private void saveIncidents(Projection projection) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JournalRecord record : projection.openedIncidents.values()) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("incident_key", record.key());
      row.put("run_key", record.runKey());
      row.put("element_key", record.number("elementInstanceKey"));
      row.put("element_id", Objects.requireNonNullElse(record.elementId(), ""));
      row.put("job_key", record.number("jobKey"));
      row.put("error_type", record.text("errorType"));
      row.put("message", Projection.exactly(record.text("errorMessage")));
      row.put("opened_at", record.at());
      rows.add(row);
    }
    write(
        rows,
        """
        INSERT INTO run_incident SELECT * FROM json_populate_recordset(null::run_incident, ?::json)
        ON CONFLICT DO NOTHING
        """);
    for (JournalRecord record : projection.resolvedIncidents) {
      jdbc.sql("UPDATE run_incident SET resolved_at = ? WHERE incident_key = ?")
          .params(Timestamp.from(record.at()), record.key())
          .update();
    }
  }

  private void saveTasks(Projection projection) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JournalRecord record : projection.openedTasks.values()) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("job_key", record.key());
      row.put("run_key", record.runKey());
      row.put("process_key", record.processKey());
      row.put("element_key", record.number("elementInstanceKey"));
      row.put("element_id", Objects.requireNonNullElse(record.elementId(), ""));
      JsonNode payload = record.payload();
      JsonNode headers = payload == null ? null : payload.get("customHeaders");
      row.put("headers", headers == null || !headers.isObject() ? Map.of() : headers);
      row.put("created_at", record.at());
      rows.add(row);
    }
    write(
        rows,
        """
        INSERT INTO run_user_task
          SELECT * FROM json_populate_recordset(null::run_user_task, ?::json)
        ON CONFLICT DO NOTHING
        """);
    if (!projection.endedTasks.isEmpty()) {
      jdbc.sql("DELETE FROM run_user_task WHERE job_key = ANY (?)")
          .param(projection.endedTasks.toArray(Long[]::new))
          .update();
    }
  }

  private void saveFences(Projection projection) {
    for (JournalRecord record : projection.fences) {
      jdbc.sql("DELETE FROM journal_fence WHERE at < ?")
          .param(Timestamp.from(record.at().minusSeconds(86_400)))
          .update();
      jdbc.sql("INSERT INTO journal_fence (fence, at) VALUES (?, ?) ON CONFLICT DO NOTHING")
          .params(Projection.exactly(record.text("correlationKey")), Timestamp.from(record.at()))
          .update();
    }
  }

  private void write(List<Map<String, @Nullable Object>> rows, String sql) {
    if (!rows.isEmpty()) {
      jdbc.sql(sql).param(json.writeValueAsString(rows)).update();
    }
  }
}
