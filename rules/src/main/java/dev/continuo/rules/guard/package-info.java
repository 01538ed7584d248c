/**
 * Guards: rules that watch what happens over time and say when it becomes too much.
 *
 * <p>Start at {@link dev.continuo.rules.guard.Guards}. Events in, firings out; the time of a guard
 * is the time of its events, so that the same events lead to the same firings whenever they are
 * told.
 */
@NullMarked
package dev.continuo.rules.guard;

import org.jspecify.annotations.NullMarked;
