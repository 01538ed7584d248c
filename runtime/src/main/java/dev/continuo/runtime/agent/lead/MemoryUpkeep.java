package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.runtime.journal.Run;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Compares the rows of writes to memory with memory itself, after a start and from then on. A step
 * that was cut off comes back by itself and settles its row; where its run has ended meanwhile
 * nobody would, so what became of the write is looked up and told here.
 */
final class MemoryUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(MemoryUpkeep.class);
  private static final Duration EVERY = Duration.ofMinutes(2);
  private static final Duration COMES_BACK = Duration.ofMinutes(1);

  private final MemoryOutbox outbox;
  private final Memory memory;
  private final Runs runs;
  private ScheduledExecutorService clock = Executors.newScheduledThreadPool(0);
  private volatile boolean running;

  MemoryUpkeep(MemoryOutbox outbox, Memory memory, Runs runs) {
    this.outbox = outbox;
    this.memory = memory;
    this.runs = runs;
  }

  @Override
  public synchronized void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("memory-upkeep").factory());
    running = true;
    clock.scheduleWithFixedDelay(this::look, 15, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    running = false;
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void look() {
    try {
      reconcile(COMES_BACK);
    } catch (MemoryUnavailable later) {
      log.info("Writes to memory are compared later: {}", later.getMessage());
    } catch (RuntimeException trouble) {
      log.warn("Writes to memory are compared later: {}", trouble.toString());
    }
  }

  /** Settles what nobody comes back for; returns how many that were. */
  int reconcile(Duration openFor) {
    int settled = 0;
    for (MemoryOutbox.Open write : outbox.openFor(openFor)) {
      if (runs.get(write.runKey()).map(Run::state).filter(RunState::ended).isPresent()) {
        settle(write, memory.remembered(write.key()));
        settled++;
      }
    }
    return settled;
  }

  private void settle(MemoryOutbox.Open write, Optional<Remembered> found) {
    String sentence =
        found
            .map(
                known ->
                    "was ended while it wrote to memory; the write is there, with %s."
                        .formatted(Told.count(known.accepted().size(), "fact")))
            .orElse("was ended before it wrote to memory; nothing was remembered.");
    Map<String, Object> outcome =
        found
            .map(
                known ->
                    Map.<String, Object>of(
                        "reconciled",
                        true,
                        "written",
                        true,
                        "episodeKey",
                        known.episodeKey(),
                        "accepted",
                        known.accepted()))
            .orElse(Map.of("reconciled", true, "written", false));
    outbox.settle(
        write.key(),
        outcome,
        new TraceEntry(
            write.key() + "-reconciled",
            write.runKey(),
            null,
            write.elementId(),
            TraceKind.NOTE,
            sentence,
            outcome,
            Instant.now()));
  }
}
