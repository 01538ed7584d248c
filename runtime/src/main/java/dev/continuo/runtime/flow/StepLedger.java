package dev.continuo.runtime.flow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one row per finished visit of a step, before the engine hears of the outcome. */
public final class StepLedger {
  private final JdbcClient jdbc;
  private final WrittenTogether<Row, Boolean> rows = new WrittenTogether<>(this::store);

  StepLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      long job,
      long runKey,
      long elementInstanceKey,
      String elementId,
      String step,
      String outcome,
      Timestamp startedAt,
      long micros) {}

  /**
   * Records an outcome; a redelivered job keeps its first finished row. What hangs on the answer
   * must be quick: it holds up the next rows.
   *
   * @return once it is stored, false where the job had a finished row already
   */
  public CompletableFuture<Boolean> write(
      StepContext step, StepDescriptor descriptor, StepOutcome outcome, Instant begin) {
    if (outcome instanceof StepOutcome.Waiting || outcome instanceof StepOutcome.Retry) {
      return CompletableFuture.completedFuture(true);
    }
    return rows.add(
        new Row(
            step.jobKey(),
            step.runKey(),
            step.elementInstanceKey(),
            step.elementId(),
            descriptor.id(),
            outcome.getClass().getSimpleName(),
            Timestamp.from(begin),
            Duration.between(begin, Instant.now()).toNanos() / 1000));
  }

  private List<Boolean> store(List<Row> visits) {
    List<Long> stored =
        jdbc.sql(
                """
                INSERT INTO step_execution(job, run_key, element_instance_key, element_id, step, outcome, started_at, micros)
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                ON CONFLICT (job) DO NOTHING RETURNING job
                """)
            .param(column(visits, Row::job, new Long[0]))
            .param(column(visits, Row::runKey, new Long[0]))
            .param(column(visits, Row::elementInstanceKey, new Long[0]))
            .param(column(visits, Row::elementId, new String[0]))
            .param(column(visits, Row::step, new String[0]))
            .param(column(visits, Row::outcome, new String[0]))
            .param(column(visits, Row::startedAt, new Timestamp[0]))
            .param(column(visits, Row::micros, new Long[0]))
            .query(Long.class)
            .list();
    return visits.stream().map(visit -> stored.contains(visit.job())).toList();
  }

  private static <T> T[] column(List<Row> visits, Function<Row, T> field, T[] type) {
    return visits.stream().map(field).toList().toArray(type);
  }

  /** Counts a failed try and returns how many there were, this one included. */
  public int failed(StepContext step, ErrorClass error) {
    return jdbc.sql(
            """
            INSERT INTO step_failure AS f (job, tries, last_class) VALUES (?, 1, ?)
            ON CONFLICT (job) DO UPDATE SET tries = f.tries + 1, last_class = excluded.last_class,
              last_at = now()
            RETURNING tries
            """)
        .params(step.jobKey(), error.word())
        .query(Integer.class)
        .single();
  }

  /** Counts from the beginning: the run stopped, and a person will decide. */
  public void stopped(StepContext step) {
    jdbc.sql("DELETE FROM step_failure WHERE job = ?").param(step.jobKey()).update();
  }
}
