package dev.continuo.runtime.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes which run a trigger started. Starts that come together are written together and nobody
 * waits for it: what is not written yet is known from memory, and what a sudden end takes away is
 * found in the journal after the next start.
 */
final class StartConfirmations implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StartConfirmations.class);
  private static final long TOGETHER_MILLIS = 5;

  private final JdbcClient jdbc;
  private final Map<String, Long> unwritten = new ConcurrentHashMap<>();
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("start-confirmations").factory());

  StartConfirmations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the run in mind and writes it soon. */
  void soon(String triggerKey, long run) {
    unwritten.put(triggerKey, run);
    if (due.compareAndSet(false, true) && !writer.isShutdown()) {
      writer.schedule(this::writeOpen, TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
    }
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
  }

  /** Also called from time to time, for what could not be written when it came. */
  synchronized void writeOpen() {
    due.set(false);
    Map<String, Long> batch = Map.copyOf(unwritten);
    try {
      now(batch);
      batch.forEach(unwritten::remove);
    } catch (RuntimeException later) {
      log.warn(
          "{} confirmations of starts will be written later: {}", batch.size(), later.toString());
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    writeOpen();
  }
}
