package dev.continuo.runtime.effect;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.CardAction;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.CardRequest;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Effects}: policy, card, ledger; the sending itself is {@link Dispatch}'s. */
final class GatedEffects implements Effects {

  private static final List<CardAction> GATE =
      List.of(
          new CardAction(Verdict.Decision.APPROVED, "Approve", true),
          new CardAction(Verdict.Decision.REJECTED, "Reject", false));

  private final EffectLedger ledger;
  private final GatePolicy policy;
  private final Approvals approvals;
  private final Dispatch dispatch;
  private final TransactionTemplate transactions;

  GatedEffects(
      EffectLedger ledger,
      GatePolicy policy,
      Approvals approvals,
      Dispatch dispatch,
      TransactionTemplate transactions) {
    this.ledger = ledger;
    this.policy = policy;
    this.approvals = approvals;
    this.dispatch = dispatch;
    this.transactions = transactions;
  }

  @Override
  public StepOutcome propose(StepContext step, Proposal proposal) {
    var state =
        ledger
            .row(step.effectKey())
            .map(EffectLedger.Row::state)
            .orElseGet(() -> open(step, proposal));
    if (state == ProposedEffect.State.ALLOWED) {
      dispatch.send(step.effectKey());
      state = ledger.row(step.effectKey()).orElseThrow().state();
    }
    return switch (state) {
      case ASKED -> new StepOutcome.Waiting("an answer in the inbox");
      case ALLOWED -> new StepOutcome.Waiting("the next try to send");
      case STUCK -> new StepOutcome.Waiting("a person who knows what became of the sending");
      case SENT, REJECTED, FORBIDDEN -> {
        ledger.completed(step.effectKey());
        yield new StepOutcome.Done(dispatch.outputs(step.effectKey()));
      }
    };
  }

  private ProposedEffect.State open(StepContext step, Proposal proposal) {
    return transactions.execute(
        tx -> {
          var ruling = policy.rule(step, proposal);
          var items =
              proposal.intents().stream()
                  .map(i -> new CardItem(i.channel(), i.summary(), i.content()))
                  .toList();
          return switch (ruling.answer()) {
            case ALLOW -> {
              ledger.propose(step, proposal, items, ProposedEffect.State.ALLOWED);
              ledger.permit(step.effectKey(), String.join("; ", ruling.rules()));
              dispatch.tell(
                  step.effectKey(),
                  "allowed",
                  "may '%s' without asking (%s)."
                      .formatted(proposal.title(), String.join("; ", ruling.rules())));
              yield ProposedEffect.State.ALLOWED;
            }
            case FORBID -> {
              ledger.propose(step, proposal, items, ProposedEffect.State.FORBIDDEN);
              ledger.rejectOpen(step.effectKey(), String.join("; ", ruling.rules()));
              dispatch.tell(
                  step.effectKey(),
                  "forbidden",
                  "must not '%s' (%s)."
                      .formatted(proposal.title(), String.join("; ", ruling.rules())));
              yield ProposedEffect.State.FORBIDDEN;
            }
            case ASK -> {
              ledger.propose(step, proposal, items, ProposedEffect.State.ASKED);
              approvals.raise(card(step, proposal, items, ruling.rules()));
              yield ProposedEffect.State.ASKED;
            }
          };
        });
  }

  private static CardRequest card(
      StepContext step, Proposal proposal, List<CardItem> items, List<String> gate) {
    var why = proposal.why();
    var rules = new ArrayList<>(why.rules());
    rules.addAll(gate);
    return new CardRequest(
        EffectVerdicts.CARD + step.effectKey(),
        CardKind.EFFECT,
        proposal.title(),
        items.getFirst().summary(),
        step.runKey(),
        step.elementId(),
        new Justification(why.why(), why.whyNow(), why.evidence(), rules, why.risk(), why.notes()),
        items,
        GATE,
        proposal.dueAt());
  }

  @Override
  public List<LedgerEntry> ledger(int limit) {
    return ledger.newest(limit);
  }

  @Override
  public List<LedgerEntry> ofRun(long runKey) {
    return ledger.ofRun(runKey);
  }

  @Override
  public Optional<ProposedEffect> effect(String effectKey) {
    return ledger
        .row(effectKey)
        .map(
            row ->
                new ProposedEffect(
                    row.effectKey(),
                    row.runKey(),
                    row.title(),
                    row.contentHash(),
                    row.state(),
                    row.proposedAt(),
                    ledger.intents(effectKey)));
  }
}
