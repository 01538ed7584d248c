package dev.continuo.runtime.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs the owner.
 *
 * @param id its address
 * @param key what it was raised under
 * @param kind what it is about
 * @param severity how soon
 * @param title the headline
 * @param summary one line
 * @param runKey the run that waits, if one does
 * @param elementId where in the run
 * @param why the justification
 * @param items what would happen
 * @param actions how it can be answered, the usual one first
 * @param ifNothing what happens without an answer
 * @param contentHash SHA-256 over the items; a verdict counts for this content only
 * @param state where it stands
 * @param raisedAt since when it asks
 * @param dueAt until when, if there is such a time
 * @param snoozedUntil when it comes back, if it was put off
 * @param decided the answer, once there is one
 */
public record Card(
    UUID id,
    String key,
    CardKind kind,
    Severity severity,
    String title,
    String summary,
    @Nullable Long runKey,
    @Nullable String elementId,
    Justification why,
    List<CardItem> items,
    List<CardAction> actions,
    String ifNothing,
    String contentHash,
    State state,
    Instant raisedAt,
    @Nullable Instant dueAt,
    @Nullable Instant snoozedUntil,
    @Nullable Decided decided) {
  public Card {
    items = List.copyOf(items);
    actions = List.copyOf(actions);
  }

  /** Whether it still asks. */
  public boolean asks() {
    return state == State.OPEN || state == State.SNOOZED;
  }

  /** Where a card stands. */
  public enum State {
    OPEN,
    SNOOZED,
    DECIDED,
    /** The matter ended without a verdict. */
    WITHDRAWN
  }

  /**
   * The answer that was given.
   *
   * @param decision what was decided
   * @param who by whom
   * @param at when
   * @param note words for the record
   * @param edited the items as changed; empty where nothing was changed
   */
  public record Decided(
      Verdict.Decision decision, String who, Instant at, String note, List<CardItem> edited) {
    public Decided {
      edited = List.copyOf(edited);
    }
  }
}
