package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs as the projector left them in PostgreSQL. */
final class StoredRuns implements Runs {
  private final JdbcClient jdbc;
  private final RunSearch search;

  StoredRuns(JdbcClient jdbc, TransactionTemplate reading) {
    this.jdbc = jdbc;
    this.search = new RunSearch(jdbc, reading);
  }

  @Override
  public RunPage list(RunFilter filter, @Nullable String after, int limit) {
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("A page has 1 to 200 runs, not " + limit);
    }
    List<RunRow> rows =
        filter.text() == null
            ? newest(filter, after, limit + 1)
            : search.find(filter, filter.text(), after, limit + 1);
    boolean more = rows.size() > limit;
    List<RunRow> page = more ? rows.subList(0, limit) : rows;
    return new RunPage(summaries(page), more ? RunCursor.of(page.getLast()).text() : null);
  }

  @Override
  public Optional<Run> get(long runKey) {
    return jdbc.sql("SELECT * FROM run WHERE run_key = ?")
        .param(runKey)
        .query(RunRow::read)
        .optional()
        .map(this::run);
  }

  @Override
  public Map<RunState, Long> counts(RunFilter filter) {
    Map<RunState, Long> counts = new EnumMap<>(RunState.class);
    for (RunState state : RunState.values()) {
      counts.put(state, 0L);
    }
    Conditions where = new Conditions();
    if (filter.flowId() != null) {
      where.add("flow_id = ?", filter.flowId());
    }
    jdbc.sql("SELECT state, sum(n) AS n FROM run_count " + where.sql() + " GROUP BY state")
        .params(where.values())
        .query(
            (row, number) -> counts.put(RunState.valueOf(row.getString("state")), row.getLong("n")))
        .list();
    return counts;
  }

  static Run.Element element(ResultSet row) throws SQLException {
    return new Run.Element(
        row.getLong("element_key"),
        row.getString("element_id"),
        row.getString("type"),
        row.getLong("scope_key"),
        row.getBoolean("waiting"),
        row.getTimestamp("since").toInstant());
  }

  private List<RunRow> newest(RunFilter filter, @Nullable String after, int limit) {
    Conditions where = Conditions.of(filter, after);
    return jdbc.sql(
            "SELECT * FROM run " + where.sql() + " ORDER BY started_at DESC, run_key DESC LIMIT ?")
        .params(where.values())
        .param(limit)
        .query(RunRow::read)
        .list();
  }

  private List<RunSummary> summaries(List<RunRow> rows) {
    Map<Long, List<String>> places = new HashMap<>();
    open(rows.stream().map(RunRow::runKey).toArray(Long[]::new))
        .forEach(
            (runKey, elements) ->
                places.put(
                    runKey,
                    elements.stream()
                        .filter(element -> !ElementTypes.isScope(element.type()))
                        .map(Run.Element::elementId)
                        .distinct()
                        .toList()));
    return rows.stream()
        .map(row -> row.summary(places.getOrDefault(row.runKey(), List.of())))
        .toList();
  }

  private Map<Long, List<Run.Element>> open(Long... runKeys) {
    Map<Long, List<Run.Element>> open = new HashMap<>();
    jdbc.sql("SELECT * FROM run_element WHERE run_key = ANY (?) ORDER BY since, element_key")
        .param(runKeys)
        .query(
            (row, number) ->
                open.computeIfAbsent(row.getLong("run_key"), key -> new ArrayList<>())
                    .add(element(row)))
        .list();
    return open;
  }

  private Run run(RunRow row) {
    Set<String> completed = new HashSet<>();
    Set<String> taken = new HashSet<>();
    jdbc.sql(
            """
            SELECT DISTINCT el, intent FROM journal WHERE pi = ? AND vt = 'PROCESS_INSTANCE'
            AND intent IN ('ELEMENT_COMPLETED', 'SEQUENCE_FLOW_TAKEN') AND et <> 'PROCESS'
            """)
        .param(row.runKey())
        .query(
            (found, number) ->
                (found.getString("intent").equals("ELEMENT_COMPLETED") ? completed : taken)
                    .add(found.getString("el")))
        .list();
    return new Run(
        summaries(List.of(row)).getFirst(),
        open(row.runKey()).getOrDefault(row.runKey(), List.of()),
        completed,
        taken,
        incidents(row.runKey()));
  }

  private List<Run.Incident> incidents(long runKey) {
    return jdbc.sql("SELECT * FROM run_incident WHERE run_key = ? ORDER BY opened_at, incident_key")
        .param(runKey)
        .query(
            (row, number) ->
                new Run.Incident(
                    row.getLong("incident_key"),
                    row.getLong("element_key"),
                    row.getString("element_id"),
                    row.getLong("job_key"),
                    row.getString("error_type"),
                    row.getString("message"),
                    row.getTimestamp("opened_at").toInstant(),
                    ProjectionRows.instant(row.getTimestamp("resolved_at"))))
        .list();
  }
}
