package dev.continuo.runtime.effect;

import dev.continuo.runtime.approval.Justification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step wants to happen outside, as one decision for the owner.
 *
 * @param title the card's headline as a question or an imperative
 * @param why the justification that the card shows
 * @param intents what would happen, in order; one card covers all of them
 * @param amount money that leaves or is promised, in the owner's currency; zero for none
 * @param clientStanding what the gate policy may look at: {@code new}, {@code known}
 * @param dueAt until when an answer is needed, if there is such a time
 */
public record Proposal(
    String title,
    Justification why,
    List<Intent> intents,
    BigDecimal amount,
    String clientStanding,
    @Nullable Instant dueAt) {
  public Proposal {
    intents = List.copyOf(intents);
    if (intents.isEmpty()) {
      throw new IllegalArgumentException("A proposal has at least one intent");
    }
  }
}
