package dev.continuo.runtime.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class UpkeepTests {
  private static final Duration NEVER = Duration.ofDays(1);

  @Test
  void aRoundThatFailsIsFollowedByTheNext() throws Exception {
    var three = new CountDownLatch(3);
    var upkeep =
        Upkeep.every(
            "fails",
            Duration.ZERO,
            Duration.ofMillis(1),
            () -> {
              three.countDown();
              throw new IllegalStateException("not yet");
            });
    upkeep.start();
    assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
    upkeep.stop();
    assertThat(upkeep.isRunning()).isFalse();
  }

  @Test
  void aRoundGoesOnWhileThereIsMore() throws Exception {
    var steps = new AtomicInteger();
    var over = new CountDownLatch(1);
    var upkeep =
        Upkeep.inSteps(
            "steps",
            Duration.ZERO,
            NEVER,
            () -> {
              if (steps.incrementAndGet() < 5) {
                return true;
              }
              over.countDown();
              return false;
            });
    upkeep.start();
    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    upkeep.stop();
    assertThat(steps).hasValue(5);
  }

  @Test
  void whatIsAskedForInATransactionWaitsForItsCommit() throws Exception {
    var rounds = new AtomicInteger();
    var came = new CountDownLatch(1);
    var upkeep =
        Upkeep.every(
            "soon",
            NEVER,
            NEVER,
            () -> {
              rounds.incrementAndGet();
              came.countDown();
            });
    upkeep.start();
    TransactionSynchronizationManager.initSynchronization();
    try {
      upkeep.soon();
      assertThat(rounds).hasValue(0);
      TransactionSynchronizationManager.getSynchronizations()
          .forEach(TransactionSynchronization::afterCommit);
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
    assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
    upkeep.stop();
  }

  @Test
  void aRoundUnderWayIsLetToItsEndWhereThereIsPatience() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var interrupted = new AtomicBoolean();
    var ended = new AtomicBoolean();
    var upkeep =
        Upkeep.every(
                "patient",
                Duration.ZERO,
                NEVER,
                () -> {
                  begun.countDown();
                  try {
                    go.await();
                    ended.set(true);
                  } catch (InterruptedException broken) {
                    interrupted.set(true);
                  }
                })
            .withPatience(Duration.ofSeconds(20));
    upkeep.start();
    begun.await();
    Thread stopping = Thread.startVirtualThread(upkeep::stop);
    while (upkeep.isRunning()) {
      Thread.onSpinWait();
    }
    go.countDown();
    stopping.join();
    assertThat(ended).isTrue();
    assertThat(interrupted).isFalse();
  }

  @Test
  void nothingIsDoneForWhoAsksBeforeTheStart() {
    var rounds = new AtomicInteger();
    var upkeep = Upkeep.every("early", NEVER, NEVER, rounds::incrementAndGet);
    upkeep.soon();
    upkeep.stop();
    assertThat(rounds).hasValue(0);
  }
}
