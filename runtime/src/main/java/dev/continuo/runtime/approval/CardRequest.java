package dev.continuo.runtime.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to ask the owner.
 *
 * @param key unique; the same key raises one card
 * @param kind what it is about
 * @param title the headline
 * @param summary one line for the list
 * @param runKey the run that waits, if one does
 * @param elementId where in the run
 * @param why the justification
 * @param items what would happen
 * @param actions how it can be answered, the usual one first
 * @param dueAt until when, if there is such a time
 */
public record CardRequest(
    String key,
    CardKind kind,
    String title,
    String summary,
    @Nullable Long runKey,
    @Nullable String elementId,
    Justification why,
    List<CardItem> items,
    List<CardAction> actions,
    @Nullable Instant dueAt) {
  public CardRequest {
    items = List.copyOf(items);
    actions = List.copyOf(actions);
  }
}
