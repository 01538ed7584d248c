package dev.continuo.designer.inbox;

import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.approval.InboxChanged;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open pages when the inbox changed. */
class InboxBeat {
  private final Pulse pulse;

  InboxBeat(Pulse pulse) {
    this.pulse = pulse;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(InboxChanged change) {
    pulse.beat(Topic.CARDS);
  }
}
