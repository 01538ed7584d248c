package dev.continuo.designer.api;

import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes those who wait for the journal's projection to move, once a batch is committed. */
@Component
class JournalTurns implements JournalListener {
  private long turns;

  @Override
  public void on(List<JournalRecord> batch) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      turn();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            turn();
          }
        });
  }

  private synchronized void turn() {
    turns++;
    notifyAll();
  }

  /** How often it has moved; to be asked for before looking at what may have moved. */
  synchronized long count() {
    return turns;
  }

  /** Returns when it has moved since that count, or when patience is over. */
  synchronized void awaitAfter(long count, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    for (long left = patience.toMillis();
        turns == count && left > 0;
        left = (until - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }
}
