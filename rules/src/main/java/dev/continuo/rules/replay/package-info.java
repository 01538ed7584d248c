/**
 * What a changed table would have answered: recorded questions are asked again, nothing is done.
 *
 * <p>Start at {@link dev.continuo.rules.replay.Replay}.
 */
@NullMarked
package dev.continuo.rules.replay;

import org.jspecify.annotations.NullMarked;
