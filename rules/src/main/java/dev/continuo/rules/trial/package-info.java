/**
 * Kept tests of a table: what it must answer to given values, and which rows no test reaches.
 *
 * <p>Start at {@link dev.continuo.rules.trial.TableTests}.
 */
@NullMarked
package dev.continuo.rules.trial;

import org.jspecify.annotations.NullMarked;
