/**
 * A program of its own for tables that nobody vouches for: drafts, trials, analysis, and released
 * tables that are not proven to finish. It is stopped when it takes too long, which a thread cannot
 * be.
 *
 * <p>Start at {@link dev.continuo.rules.sandbox.Sandbox}.
 */
@NullMarked
package dev.continuo.rules.sandbox;

import org.jspecify.annotations.NullMarked;
