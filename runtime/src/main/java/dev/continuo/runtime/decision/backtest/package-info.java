/**
 * What a changed table would have done, and does beside the released one. Nothing outside happens.
 *
 * <p>Start at {@link dev.continuo.runtime.decision.backtest.Backtests} and {@link
 * dev.continuo.runtime.decision.backtest.Shadows}.
 */
@NullMarked
@NamedInterface("backtest")
package dev.continuo.runtime.decision.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
