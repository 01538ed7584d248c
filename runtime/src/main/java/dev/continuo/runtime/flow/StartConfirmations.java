package dev.continuo.runtime.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes which run a trigger started. The journal's projector does it, many at once; until then it
 * is known from memory, and what a sudden end takes away is found in the journal.
 */
final class StartConfirmations {
  private final JdbcClient jdbc;
  private final Map<String, Long> unwritten = new ConcurrentHashMap<>();

  StartConfirmations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the run in mind until it is written. */
  void keep(String triggerKey, long run) {
    unwritten.put(triggerKey, run);
  }

  Optional<Long> unwritten(String triggerKey) {
    return Optional.ofNullable(unwritten.get(triggerKey));
  }

  /** Writes these at once, within the caller's transaction where there is one. */
  void now(Map<String, Long> runs) {
    if (runs.isEmpty()) {
      return;
    }
    String[] triggers = runs.keySet().toArray(String[]::new);
    Long[] keys = new Long[triggers.length];
    for (int i = 0; i < triggers.length; i++) {
      keys[i] = runs.get(triggers[i]);
    }
    jdbc.sql(
            """
            UPDATE start_trigger t SET run_key = c.run, confirmed_at = now(), last_error = NULL
            FROM unnest(?::text[], ?::bigint[]) AS c(trigger_key, run)
            WHERE t.trigger_key = c.trigger_key AND t.confirmed_at IS NULL
            """)
        .param(triggers)
        .param(keys)
        .update();
    unwritten.keySet().removeAll(runs.keySet());
  }

  /** Writes what no journal record has confirmed yet. */
  void writeOpen() {
    now(Map.copyOf(unwritten));
  }
}
