package dev.continuo.runtime.effect;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries decided proposals on: once after a start for what was cut off, then whenever a verdict
 * says so and every few seconds for what could not be done yet.
 */
final class EffectUpkeep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EffectUpkeep.class);
  private final EffectLedger ledger;
  private final Dispatch dispatch;
  private final Instant begin = Instant.now();
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  EffectUpkeep(EffectLedger ledger, Dispatch dispatch) {
    this.ledger = ledger;
    this.dispatch = dispatch;
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("effect-upkeep").factory());
    running = true;
    clock.scheduleWithFixedDelay(this::tick, 0, 3, TimeUnit.SECONDS);
  }

  /** Looks soon, after the present transaction where there is one. */
  void soon() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              now();
            }
          });
    } else {
      now();
    }
  }

  private void now() {
    if (running) {
      clock.execute(this::tick);
    }
  }

  private void tick() {
    try {
      for (LedgerEntry cut : ledger.cutOff(begin)) {
        dispatch.unknown(
            cut, "Continuo was stopped while it was being sent, so nobody knows whether it left.");
      }
      for (EffectLedger.Row row : ledger.unfinished()) {
        if (row.state() == ProposedEffect.State.ALLOWED) {
          dispatch.send(row.effectKey());
        }
        var now = ledger.row(row.effectKey()).orElseThrow();
        if (now.state() != ProposedEffect.State.ALLOWED
            && now.state() != ProposedEffect.State.STUCK) {
          dispatch.finish(now);
        }
      }
    } catch (RuntimeException trouble) {
      log.warn("Effect upkeep will try again", trouble);
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdown();
    try {
      if (!clock.awaitTermination(20, TimeUnit.SECONDS)) {
        log.warn("A sending did not end in time; its outcome will be asked after the next start");
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
