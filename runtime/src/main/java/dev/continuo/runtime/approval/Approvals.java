package dev.continuo.runtime.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The one inbox: everything that needs a person is raised, shown, answered and recorded here. */
public interface Approvals {
  /** Raises a card unless its key is known; joins the caller's transaction. */
  Card raise(CardRequest request);

  /** Cards that ask now, most urgent first, then oldest first. Put-off ones are left out. */
  List<Card> open();

  /** Cards that ask now, of some kinds. */
  default List<Card> open(Set<CardKind> kinds, int limit, int offset) {
    return open(kinds, "", limit, offset);
  }

  /** Cards that ask now, of some kinds, with a text in their headline or their one line. */
  List<Card> open(Set<CardKind> kinds, String text, int limit, int offset);

  /** How many cards of each kind ask now; a kind without any is left out. */
  Map<CardKind, Integer> counts();

  /** How many cards ask now. */
  int count();

  /** Cards that were answered or withdrawn, newest first. */
  List<Card> closed(int limit);

  /** One card. */
  Optional<Card> card(UUID id);

  /** The card raised under a key. */
  Optional<Card> byKey(String key);

  /** All cards of a run, oldest first. */
  List<Card> ofRun(long runKey);

  /**
   * Gives the owner's answer. Whoever raised the card hears of it in the same transaction.
   *
   * @throws CardRefused when there is no such card, it is answered, the content is another one or
   *     the answer is not offered
   */
  Card decide(UUID id, Verdict verdict);

  /** Puts a card off. */
  Card snooze(UUID id, Instant until, String who);

  /** Takes a card back because its matter ended; does nothing where it is closed. */
  void withdraw(String key, String why);
}
