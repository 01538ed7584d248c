package dev.continuo.runtime.approval;

/**
 * One way to answer a card.
 *
 * @param decision the verdict it gives
 * @param label the button's words
 * @param editable whether the items may be changed with it
 */
public record CardAction(Verdict.Decision decision, String label, boolean editable) {}
