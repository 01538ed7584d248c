package dev.continuo.runtime.activity;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.runtime.erasure.ClientErased;
import dev.continuo.runtime.flow.CurrentStep;
import dev.continuo.runtime.flow.StepContext;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores what memory tells, a few at a time and behind its back: an answer never waits for it, and
 * under a flood rather activities are lost than answers.
 */
class StoredActivities implements Activities, SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(StoredActivities.class);
  private static final int WAITING = 20_000;
  private static final int AT_ONCE = 500;
  private static final String INSERT =
      """
      INSERT INTO memory_activity(at, written, name, run_key, element_id, entities, micros,
        row_count, indexes, cache_hit, stale_dropped, tokens, cost_micros, failure)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;
  private final int keptDays;
  private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(WAITING);
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  StoredActivities(JdbcTemplate jdbc, int keptDays) {
    this.jdbc = jdbc;
    this.keptDays = keptDays;
  }

  private record Told(MemoryActivity activity, @Nullable Long runKey, @Nullable String elementId) {}

  @Override
  public void record(MemoryActivity activity) {
    var step = CurrentStep.get();
    waiting.offer(
        new Told(
            activity,
            step.map(StepContext::runKey).orElse(null),
            step.map(StepContext::elementId).orElse(null)));
  }

  /** Stores what waits. */
  synchronized void store() {
    var batch = new ArrayList<Told>();
    while (waiting.drainTo(batch, AT_ONCE) > 0) {
      jdbc.batchUpdate(INSERT, batch.stream().map(StoredActivities::row).toList());
      batch.clear();
    }
  }

  private static @Nullable Object[] row(Told told) {
    var one = told.activity();
    return new @Nullable Object[] {
      Timestamp.from(one.at()),
      one.kind() == MemoryActivity.Kind.WRITE,
      one.name(),
      told.runKey(),
      told.elementId(),
      one.entities().toArray(String[]::new),
      one.micros(),
      one.rows(),
      one.indexes().toArray(String[]::new),
      one.cacheHit(),
      one.staleDropped(),
      one.tokens(),
      one.cost().multiply(BigDecimal.valueOf(1_000_000)).longValue(),
      one.failure()
    };
  }

  @EventListener
  void on(ClientErased erased) {
    store();
    jdbc.update(
        "DELETE FROM memory_activity WHERE entities && ?::text[]",
        (Object) erased.entityIds().toArray(String[]::new));
  }

  private void tick() {
    try {
      store();
    } catch (RuntimeException trouble) {
      log.warn("What memory took could not be stored: {}", trouble.toString());
    }
  }

  private void prune() {
    try {
      jdbc.update(
          "DELETE FROM memory_activity WHERE at < now() - make_interval(days => ?)", keptDays);
    } catch (RuntimeException trouble) {
      log.warn("Old activities could not be put away: {}", trouble.toString());
    }
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform()
                .daemon()
                .name("activities")
                .priority(Thread.MIN_PRIORITY)
                .factory());
    running = true;
    clock.scheduleWithFixedDelay(this::tick, 500, 500, TimeUnit.MILLISECONDS);
    clock.scheduleWithFixedDelay(this::prune, 10, 24 * 60, TimeUnit.MINUTES);
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
    tick();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
