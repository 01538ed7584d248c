/**
 * What changed between two texts of a model, cell by cell.
 *
 * <p>Start at {@link dev.continuo.rules.diff.TableDiff}.
 */
@NullMarked
package dev.continuo.rules.diff;

import org.jspecify.annotations.NullMarked;
