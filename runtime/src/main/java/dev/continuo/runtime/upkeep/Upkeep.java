package dev.continuo.runtime.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rounds of one kind of work, in a thread of their own: the next begins a while after the last is
 * over. A round that fails is logged and tried again with the next. As a bean it begins and ends
 * with the application.
 */
public final class Upkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
  private final String name;
  private final Duration first;
  private final Duration pause;
  private final Duration patience;
  private final BooleanSupplier round;
  private ScheduledExecutorService clock = Executors.newScheduledThreadPool(0);
  private volatile boolean running;

  private Upkeep(
      String name, Duration first, Duration pause, Duration patience, BooleanSupplier round) {
    this.name = name;
    this.first = first;
    this.pause = pause;
    this.patience = patience;
    this.round = round;
  }

  /**
   * @param name of the thread, and what the log calls it
   * @param first how long after the start the first round begins
   * @param pause between the end of a round and the next
   */
  public static Upkeep every(String name, Duration first, Duration pause, Runnable round) {
    return inSteps(
        name,
        first,
        pause,
        () -> {
          round.run();
          return false;
        });
  }

  /**
   * Rounds of several steps.
   *
   * @param step true where the next one is to follow at once
   */
  public static Upkeep inSteps(String name, Duration first, Duration pause, BooleanSupplier step) {
    return new Upkeep(name, first, pause, Duration.ZERO, step);
  }

  /**
   * The same, but a round under way is not interrupted when the application ends, and is given so
   * long to end by itself.
   */
  public Upkeep withPatience(Duration patience) {
    return new Upkeep(name, first, pause, patience, round);
  }

  /**
   * One more round as soon as none is under way, and after the present transaction where there is
   * one; nothing where it does not run.
   */
  public void soon() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              next();
            }
          });
    } else {
      next();
    }
  }

  private synchronized void next() {
    if (running) {
      clock.execute(this::go);
    }
  }

  private void go() {
    try {
      while (running && round.getAsBoolean()) {
        // there is more
      }
    } catch (RuntimeException trouble) {
      if (running) {
        log.warn("The round '{}' did not succeed and is tried again: {}", name, trouble.toString());
        log.debug("Its trouble", trouble);
      }
    }
  }

  @Override
  public synchronized void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    running = true;
    clock.scheduleWithFixedDelay(
        this::go, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    ScheduledExecutorService ending;
    synchronized (this) { // not while waiting: a round may ask for another one
      running = false;
      ending = clock;
    }
    if (patience.isZero()) {
      ending.shutdownNow();
      return;
    }
    ending.shutdown();
    try {
      if (!ending.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("The round '{}' did not end in time; it goes on after the next start", name);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
