package dev.continuo.designer.run;

import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open pages that runs moved, once the batch is committed. */
class JournalBeat implements JournalListener {
  private final Pulse pulse;

  JournalBeat(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public void on(List<JournalRecord> batch) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      beat();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            beat();
          }
        });
  }

  private void beat() {
    pulse.beat(Topic.RUNS);
    pulse.beat(Topic.FACTS);
  }
}
