package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Memory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Compares people and organisations that are new and proposes what may be one; merges nothing. */
final class MergeUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(MergeUpkeep.class);
  private static final int AT_ONCE = 50;

  private final Memory memory;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  MergeUpkeep(Memory memory) {
    this.memory = memory;
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("merge-upkeep").factory());
    running = true;
    clock.scheduleWithFixedDelay(this::tick, 60, 60, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      memory.identities().lookForAll(AT_ONCE);
    } catch (RuntimeException later) {
      log.debug("New entities are compared later: {}", later.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
