package dev.continuo.runtime.flow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one row per finished visit of a step, before the engine hears of the outcome. */
public final class StepLedger {
  private final JdbcClient jdbc;

  StepLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records an outcome; a redelivered job keeps its first finished row.
   *
   * @return false where the job had a finished row already
   */
  public boolean write(
      StepContext step, StepDescriptor descriptor, StepOutcome outcome, Instant begin) {
    if (outcome instanceof StepOutcome.Waiting || outcome instanceof StepOutcome.Retry) {
      return true;
    }
    return jdbc.sql(
                """
                INSERT INTO step_execution(job, run_key, element_instance_key, element_id, step, outcome, started_at, micros)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job) DO NOTHING
                """)
            .params(
                step.jobKey(),
                step.runKey(),
                step.elementInstanceKey(),
                step.elementId(),
                descriptor.id(),
                outcome.getClass().getSimpleName(),
                Timestamp.from(begin),
                Duration.between(begin, Instant.now()).toNanos() / 1000)
            .update()
        == 1;
  }
}
