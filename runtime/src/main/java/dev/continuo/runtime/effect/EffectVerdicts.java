package dev.continuo.runtime.effect;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.VerdictGiven;
import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.util.List;
import org.springframework.context.event.EventListener;

/**
 * Turns answers into permissions, and takes cards back whose step ended some other way. A completed
 * job permits nothing.
 */
class EffectVerdicts implements JournalListener {
  static final String CARD = "effect-";
  private final EffectLedger ledger;
  private final Approvals approvals;
  private final EffectUpkeep upkeep;

  EffectVerdicts(EffectLedger ledger, Approvals approvals, EffectUpkeep upkeep) {
    this.ledger = ledger;
    this.approvals = approvals;
    this.upkeep = upkeep;
  }

  @EventListener
  void on(VerdictGiven given) {
    if (given.card().kind() == CardKind.EFFECT) {
      gate(given.card().key().substring(CARD.length()), given.verdict());
    } else if (given.card().kind() == CardKind.OUTCOME) {
      String key = given.card().key().substring(Dispatch.OUTCOME_CARD.length());
      outcome(key.substring(0, key.lastIndexOf('#')), given.verdict());
    }
  }

  private void gate(String effectKey, Verdict verdict) {
    switch (verdict.decision()) {
      case APPROVED -> {
        if (!verdict.edited().isEmpty()) {
          ledger.rewrite(effectKey, verdict.edited());
        }
        if (ledger.move(
            effectKey, ProposedEffect.State.ASKED, ProposedEffect.State.ALLOWED, verdict.note())) {
          ledger.permit(effectKey, verdict.who());
        }
      }
      case REJECTED, SENT_BACK -> {
        if (ledger.move(
            effectKey, ProposedEffect.State.ASKED, ProposedEffect.State.REJECTED, verdict.note())) {
          ledger.rejectOpen(effectKey, "Rejected by " + verdict.who());
        }
      }
    }
    upkeep.soon();
  }

  private void outcome(String idempotencyKey, Verdict verdict) {
    String effectKey = ledger.effectOf(idempotencyKey);
    switch (verdict.decision()) {
      case APPROVED -> {
        ledger.confirmed(
            idempotencyKey,
            "confirmed by " + verdict.who(),
            java.util.Map.of("note", verdict.note()));
        ledger.move(effectKey, ProposedEffect.State.STUCK, ProposedEffect.State.ALLOWED, "");
      }
      case SENT_BACK -> {
        ledger.settled(
            idempotencyKey, LedgerEntry.State.PROPOSED, "To be sent again, said " + verdict.who());
        ledger.move(effectKey, ProposedEffect.State.STUCK, ProposedEffect.State.ALLOWED, "");
      }
      case REJECTED -> {
        ledger.settled(
            idempotencyKey, LedgerEntry.State.REJECTED, "Left unsent, said " + verdict.who());
        ledger.rejectOpen(effectKey, "Left unsent, said " + verdict.who());
        ledger.move(
            effectKey, ProposedEffect.State.STUCK, ProposedEffect.State.REJECTED, verdict.note());
      }
    }
    upkeep.soon();
  }

  @Override
  public void on(List<JournalRecord> batch) {
    List<Long> ended =
        batch.stream()
            .filter(entry -> entry.is("JOB", "COMPLETED") || entry.is("JOB", "CANCELED"))
            .map(JournalRecord::key)
            .toList();
    if (ended.isEmpty()) {
      return;
    }
    String why = "its step ended without your answer, so nothing was sent";
    for (EffectLedger.Row row : ledger.askedBy(ended)) {
      ledger.move(row.effectKey(), ProposedEffect.State.ASKED, ProposedEffect.State.REJECTED, why);
      ledger.rejectOpen(row.effectKey(), why);
      ledger.completed(row.effectKey());
      approvals.withdraw(CARD + row.effectKey(), why + ".");
    }
  }
}
