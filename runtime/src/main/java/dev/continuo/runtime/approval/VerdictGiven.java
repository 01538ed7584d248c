package dev.continuo.runtime.approval;

/**
 * A card was answered. Published inside the transaction of the answer.
 *
 * @param card the card as it was shown
 * @param verdict the answer
 */
public record VerdictGiven(Card card, Verdict verdict) {}
