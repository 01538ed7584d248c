/**
 * The choke point: every outside effect is proposed, gated, sent once and written to the ledger.
 */
@NullMarked
package dev.continuo.runtime.effect;

import org.jspecify.annotations.NullMarked;
