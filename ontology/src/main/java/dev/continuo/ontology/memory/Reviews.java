package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person has to decide: ties, sources that count less than what is known, unclear dates, and
 * facts whose base has fallen. Each decision is one transaction under the lock of the slot, names
 * who and why, and does nothing twice under the same key.
 */
public interface Reviews {
  /** Items that wait, newest first. */
  List<WithheldFact> open(int limit);

  /** How many wait. */
  int count();

  /** One item, also when it is settled. */
  Optional<WithheldFact> item(String itemId);

  /**
   * Makes a fact of an item. It counts as a person's word, and as much as the fact it disagrees
   * with; what it displaces stays in the history.
   *
   * @param key durable key of this decision
   * @param validFrom since when it holds, when the item's date was unclear; {@code null} takes the
   *     item's
   * @throws ReviewRefused when the item is unknown, settled, or breaks a shape; nothing changes
   */
  Remembered accept(String key, String itemId, @Nullable Instant validFrom, String who, String why);

  /**
   * Puts an item away. It stays readable with who and why.
   *
   * @throws ReviewRefused when the item is unknown or was settled otherwise
   */
  WithheldFact dismiss(String key, String itemId, String who, String why);

  /**
   * Takes a decision back: the item waits again, and what the decision changed reads as before it.
   * Nothing is deleted; the decision and its end stay in the history.
   *
   * @param why becomes the source of what is written anew, so it is not blank
   * @throws ReviewRefused when the item is unknown, still open, or something newer was learned
   *     since
   */
  WithheldFact takeBack(String key, String itemId, String who, String why);

  /** Believed facts that were derived from something that is not believed any more. */
  List<Fact> stale(int limit);

  /**
   * Takes the mark off a stale fact because a person looked at it and it still holds.
   *
   * @throws FactNotFound when the fact is not believed any more
   */
  Fact keep(String factId, String who, String why);
}
