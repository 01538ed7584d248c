package dev.continuo.runtime.agent;

import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.VerdictGiven;
import dev.continuo.runtime.connector.calendar.Slots;
import org.springframework.context.event.EventListener;

/** Gives reserved times back when their answer is rejected. */
class RejectedTimes {
  private final Slots slots;

  RejectedTimes(Slots slots) {
    this.slots = slots;
  }

  @EventListener
  void on(VerdictGiven given) {
    Long run = given.card().runKey();
    if (run != null
        && given.card().kind() == CardKind.EFFECT
        && given.verdict().decision() == Verdict.Decision.REJECTED) {
      slots.release(DraftAnswerStep.slotsKey(run));
    }
  }
}
