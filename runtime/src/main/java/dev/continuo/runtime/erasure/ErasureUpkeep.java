package dev.continuo.runtime.erasure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Carries on erasures that a crash or a store that did not answer cut short. */
final class ErasureUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ErasureUpkeep.class);

  private final Erasure erasure;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  ErasureUpkeep(Erasure erasure) {
    this.erasure = erasure;
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("erasure-upkeep").factory());
    running = true;
    clock.scheduleWithFixedDelay(this::tick, 60, 300, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      erasure.carryOn();
    } catch (RuntimeException later) {
      log.warn("An erasure is still open and will be tried again: {}", later.toString());
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
