package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.LedgerEntry;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What really left the house, by the ledger: the approved text may differ from the draft. */
final class SentAnswers {
  private final Effects effects;

  SentAnswers(Effects effects) {
    this.effects = effects;
  }

  /** A mail as it was sent. */
  record Sent(String idempotencyKey, String subject, String text, Instant at) {}

  /** The first mail that a run has sent. */
  Optional<Sent> first(long runKey) {
    return effects.ofRun(runKey).stream()
        .filter(e -> e.channel().equals("mail") && e.state() == LedgerEntry.State.CONFIRMED)
        .findFirst()
        .map(SentAnswers::sent);
  }

  private static Sent sent(LedgerEntry entry) {
    return new Sent(
        entry.idempotencyKey(),
        Objects.toString(entry.content().get("subject"), ""),
        Objects.toString(entry.content().get("text"), ""),
        entry.settledAt() == null ? entry.proposedAt() : entry.settledAt());
  }
}
