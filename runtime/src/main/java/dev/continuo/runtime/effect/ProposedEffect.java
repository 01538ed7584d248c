package dev.continuo.runtime.effect;

import java.time.Instant;
import java.util.List;

/**
 * A proposal as it stands.
 *
 * @param effectKey its durable key
 * @param runKey the run that proposed it
 * @param title the headline
 * @param contentHash SHA-256 over the intents; an approval counts for this content only
 * @param state where the whole stands
 * @param proposedAt when it was proposed
 * @param intents its ledger rows, in order
 */
public record ProposedEffect(
    String effectKey,
    long runKey,
    String title,
    String contentHash,
    State state,
    Instant proposedAt,
    List<LedgerEntry> intents) {
  public ProposedEffect {
    intents = List.copyOf(intents);
  }

  /** Where a proposal stands. */
  public enum State {
    /** Behind a card. */
    ASKED,
    /** Allowed; sending is due or under way. */
    ALLOWED,
    /** All intents are confirmed. */
    SENT,
    /** At least one intent needs a person. */
    STUCK,
    REJECTED,
    FORBIDDEN
  }
}
