/**
 * What memory took: every read and write with its time, rows, tokens and cost, by run and by
 * client.
 *
 * <p>Start at {@link dev.continuo.runtime.activity.ActivityLog}.
 */
@NullMarked
package dev.continuo.runtime.activity;

import org.jspecify.annotations.NullMarked;
