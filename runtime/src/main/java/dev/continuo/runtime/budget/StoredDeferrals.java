package dev.continuo.runtime.budget;

import dev.continuo.runtime.flow.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Deferrals} in PostgreSQL. */
final class StoredDeferrals implements Deferrals {
  /** A week, for what is tried every six hours. */
  static final int MOST = 28;

  private final JdbcClient jdbc;

  StoredDeferrals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean again(StepContext step) {
    return jdbc.sql(
                """
                INSERT INTO budget_deferral AS d (effect_key, times) VALUES (?, 1)
                ON CONFLICT (effect_key) DO UPDATE SET times = d.times + 1, last_at = now()
                RETURNING times
                """)
            .param(step.effectKey())
            .query(Integer.class)
            .single()
        <= MOST;
  }
}
