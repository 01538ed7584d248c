/**
 * Decision tables of the owner: drafts, released versions, and every answer they gave.
 *
 * <p>Start at {@link dev.continuo.runtime.decision.DecisionTables} (editing) and {@link
 * dev.continuo.runtime.decision.Decisions} (asking).
 */
@NullMarked
package dev.continuo.runtime.decision;

import org.jspecify.annotations.NullMarked;
