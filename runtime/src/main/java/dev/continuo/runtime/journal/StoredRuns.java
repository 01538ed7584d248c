package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs as the projector left them in PostgreSQL. */
final class StoredRuns implements Runs {
  private final JdbcClient jdbc;

  StoredRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public RunPage list(RunFilter filter, @Nullable String after, int limit) {
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("A page has 1 to 200 runs, not " + limit);
    }
    List<RunRow> rows = filter.text() == null ? List.of() : exactly(filter, filter.text());
    if (rows.isEmpty()) {
      rows = select(filter, after, limit + 1);
    } else if (after != null) {
      return new RunPage(List.of(), null);
    }
    boolean more = rows.size() > limit;
    List<RunRow> page = more ? rows.subList(0, limit) : rows;
    return new RunPage(summaries(page), more ? RunCursor.of(page.getLast()).text() : null);
  }

  @Override
  public Optional<Run> get(long runKey) {
    return jdbc.sql("SELECT * FROM run WHERE run_key = ?")
        .param(runKey)
        .query((row, number) -> row(row))
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

  /** A run's number or start key, given in full, is found without looking at titles. */
  private List<RunRow> exactly(RunFilter filter, String text) {
    Conditions where = new Conditions();
    if (text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      where.add("(run_key = ? OR start_key = ?)", Long.valueOf(text), text);
    } else {
      where.add("start_key = ?", Projection.exactly(text));
    }
    restrict(where, filter);
    return jdbc.sql("SELECT * FROM run " + where.sql() + " ORDER BY started_at DESC LIMIT 200")
        .params(where.values())
        .query((row, number) -> row(row))
        .list();
  }

  private List<RunRow> select(RunFilter filter, @Nullable String after, int limit) {
    Conditions where = new Conditions();
    restrict(where, filter);
    if (filter.text() != null) {
      String words = words(filter.text());
      if (words.isEmpty()) {
        return List.of();
      }
      where.add("to_tsvector('simple', title) @@ to_tsquery('simple', ?)", words);
    }
    if (after != null) {
      RunCursor cursor = RunCursor.parse(after);
      where.add("(started_at, run_key) < (?, ?)", cursor.startedAt(), cursor.runKey());
    }
    return jdbc.sql(
            "SELECT * FROM run " + where.sql() + " ORDER BY started_at DESC, run_key DESC LIMIT ?")
        .params(where.values())
        .param(limit)
        .query((row, number) -> row(row))
        .list();
  }

  private static void restrict(Conditions where, RunFilter filter) {
    if (filter.flowId() != null) {
      where.add("flow_id = ?", filter.flowId());
    }
    if (filter.state() != null) {
      where.add("state = ?", filter.state().name());
      if (filter.state() != RunState.COMPLETED) {
        where.add("state <> 'COMPLETED'"); // lets the planner take the small index
      }
    }
  }

  /** Words as a full-text query; the last one may be incomplete. */
  static String words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && words.size() < 12) {
        words.add(word);
      }
    }
    return words.isEmpty() ? "" : String.join(" & ", words) + ":*";
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

  private static RunRow row(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("run_key"),
        row.getString("flow_id"),
        row.getInt("version"),
        row.getLong("process_key"),
        RunState.valueOf(row.getString("state")),
        row.getTimestamp("started_at").toInstant(),
        ProjectionRows.instant(row.getTimestamp("ended_at")),
        row.getString("start_key"),
        row.getString("title"),
        row.getObject("parent_run_key", Long.class));
  }
}
