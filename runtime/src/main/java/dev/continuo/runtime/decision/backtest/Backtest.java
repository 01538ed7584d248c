package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it stands.
 *
 * @param total recorded answers in the period
 * @param asked how many were asked so far
 * @param changed answered differently, failures included
 * @param failed not answered at all
 * @param shifts which outputs went from what to what, the most frequent first
 * @param terms what the difference means for the operator
 * @param changes the first changed answers, with their runs
 * @param problem why it failed or ended early
 */
public record Backtest(
    String id,
    String tableId,
    Instant from,
    Instant to,
    State state,
    long total,
    long asked,
    long changed,
    long failed,
    Duration took,
    List<Shift> shifts,
    OperatorTerms terms,
    List<ChangedDecision> changes,
    @Nullable String problem) {
  /** Changed answers that are kept at most. */
  public static final int MOST_CHANGES = 5_000;

  public Backtest {
    shifts = List.copyOf(shifts);
    changes = List.copyOf(changes);
  }

  /** Where it stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /** Recorded answers asked again per second. */
  public long perSecond() {
    return took.isZero() ? 0 : Math.round(asked * 1e9 / Math.max(1, took.toNanos()));
  }

  /** Between 0 and 1. */
  public double progress() {
    return state != State.RUNNING || total == 0 ? 1 : Math.min(1.0, (double) asked / total);
  }
}
