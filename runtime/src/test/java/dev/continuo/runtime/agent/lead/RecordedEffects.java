package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.LedgerEntry;
import dev.continuo.runtime.effect.Proposal;
import dev.continuo.runtime.effect.ProposedEffect;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A choke point that keeps proposals and sends what a test says was approved. */
final class RecordedEffects implements Effects {
  final List<Proposal> proposals = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();

  @Override
  public StepOutcome propose(StepContext step, Proposal proposal) {
    proposals.add(proposal);
    return new StepOutcome.Waiting("an answer in the inbox");
  }

  /** The owner approved the mail of the last proposal, perhaps with another text. */
  void approve(long runKey, String text) {
    Map<String, Object> content =
        new LinkedHashMap<>(proposals.getLast().intents().getFirst().content());
    content.put("text", text);
    ledger.add(
        new LedgerEntry(
            runKey + "-mail-0",
            String.valueOf(runKey),
            runKey,
            "mail",
            "the answer",
            LedgerEntry.State.CONFIRMED,
            "outbox/1.eml",
            null,
            "Kari",
            Instant.now(),
            Instant.now(),
            content));
  }

  @Override
  public List<LedgerEntry> ledger(int limit) {
    return List.copyOf(ledger);
  }

  @Override
  public List<LedgerEntry> ofRun(long runKey) {
    return ledger.stream().filter(e -> e.runKey() == runKey).toList();
  }

  @Override
  public Optional<ProposedEffect> effect(String effectKey) {
    return Optional.empty();
  }
}
