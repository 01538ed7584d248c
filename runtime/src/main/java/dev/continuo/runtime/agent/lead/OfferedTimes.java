package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.VerdictGiven;
import dev.continuo.runtime.connector.calendar.Slots;
import org.springframework.context.event.EventListener;

/** Gives reserved times back when the answer that offers them is rejected. */
class OfferedTimes {
  private final Slots slots;

  OfferedTimes(Slots slots) {
    this.slots = slots;
  }

  @EventListener
  void on(VerdictGiven given) {
    Card card = given.card();
    if (card.kind() == CardKind.EFFECT
        && given.verdict().decision() != Verdict.Decision.APPROVED
        && card.runKey() != null) {
      slots.release(DraftAnswerStep.slotsKey(card.runKey()));
    }
  }
}
