/**
 * A bill that cannot surprise: every round of a model is reserved out of the owner's caps before it
 * and settled after it, and how good work may be follows from what is left.
 *
 * <p>Start at {@link dev.continuo.runtime.budget.Rounds} (charging), {@link
 * dev.continuo.runtime.budget.Fidelities} (how good) and {@link dev.continuo.runtime.budget.Bills}
 * (reading). Amounts are micro-euros.
 */
@NullMarked
package dev.continuo.runtime.budget;

import org.jspecify.annotations.NullMarked;
