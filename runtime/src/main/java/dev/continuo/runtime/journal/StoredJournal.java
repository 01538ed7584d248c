package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Look-ups in the journal's tables. */
final class StoredJournal implements Journal {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final JournalRows rows;
  private final Progress progress;

  StoredJournal(JdbcClient jdbc, JsonMapper json, JournalRows rows, Progress progress) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = rows;
    this.progress = progress;
  }

  @Override
  public boolean caughtUp() {
    return jdbc.sql(
            """
            SELECT NOT EXISTS (
              SELECT 1 FROM journal_mark m LEFT JOIN journal_projected p USING (part)
              WHERE m.pos > coalesce(p.pos, 0))
            """)
        .query(Boolean.class)
        .single();
  }

  @Override
  public long projectedPosition() {
    return jdbc.sql("SELECT coalesce(min(pos), 0) FROM journal_projected")
        .query(Long.class)
        .single();
  }

  @Override
  public boolean sees(String fence) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM journal_fence WHERE fence = ?)")
        .param(Projection.exactly(fence))
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean await(String fence, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      long seen = progress.count();
      if (sees(fence)) {
        return true;
      }
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (!left.isPositive()) {
        return false;
      }
      // the projector may run in another process: look again even without a word from ours
      progress.awaitBeyond(seen, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
    }
  }

  @Override
  public Optional<Long> runStartedWith(String startKey) {
    return jdbc.sql(
            """
            SELECT run_key FROM run WHERE start_key = ?
            ORDER BY started_at DESC, run_key DESC LIMIT 1
            """)
        .param(Projection.exactly(startKey))
        .query(Long.class)
        .optional();
  }

  @Override
  public List<UserTaskJob> openUserTasks() {
    return jdbc.sql("SELECT * FROM run_user_task ORDER BY created_at, job_key")
        .query((row, number) -> task(row))
        .list();
  }

  @Override
  public Optional<UserTaskJob> openUserTask(long jobKey) {
    return jdbc.sql("SELECT * FROM run_user_task WHERE job_key = ?")
        .param(jobKey)
        .query((row, number) -> task(row))
        .optional();
  }

  @Override
  public Map<String, Object> variables(long runKey, long scopeKey) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (JournalRecord record : rows.variables(runKey)) {
      if (record.payload() != null && record.number("scopeKey") == scopeKey) {
        Object value = json.treeToValue(record.payload().path("value"), Object.class);
        if (value == null) {
          variables.remove(record.text("name"));
        } else {
          variables.put(record.text("name"), value);
        }
      }
    }
    return variables;
  }

  @Override
  public Optional<String> problem() {
    return jdbc.sql("SELECT problem FROM journal_mark WHERE problem IS NOT NULL LIMIT 1")
        .query(String.class)
        .optional()
        .or(progress::problem);
  }

  private UserTaskJob task(ResultSet row) throws SQLException {
    long runKey = row.getLong("run_key");
    long elementKey = row.getLong("element_key");
    Map<String, String> headers = new LinkedHashMap<>();
    json.readTree(row.getString("headers"))
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return new UserTaskJob(
        row.getLong("job_key"),
        runKey,
        row.getLong("process_key"),
        elementKey,
        row.getString("element_id"),
        row.getTimestamp("created_at").toInstant(),
        headers,
        variables(runKey, elementKey));
  }
}
