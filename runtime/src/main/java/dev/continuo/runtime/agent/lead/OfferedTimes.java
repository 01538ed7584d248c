package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.VerdictGiven;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.util.List;
import org.springframework.context.event.EventListener;

/** Gives reserved times back when the answer that offers them is rejected or the run is over. */
class OfferedTimes implements JournalListener {
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

  @Override
  public void on(List<JournalRecord> batch) {
    List<String> over =
        batch.stream()
            .filter(OfferedTimes::endsARun)
            .map(record -> DraftAnswerStep.slotsKey(record.runKey()))
            .toList();
    if (!over.isEmpty()) {
      slots.release(over);
    }
  }

  private static boolean endsARun(JournalRecord record) {
    return record.valueType().equals("PROCESS_INSTANCE")
        && record.key() == record.runKey()
        && (record.intent().equals("ELEMENT_COMPLETED")
            || record.intent().equals("ELEMENT_TERMINATED"));
  }
}
