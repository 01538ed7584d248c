package dev.continuo.rules.replay;

import dev.continuo.rules.table.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a replay found.
 *
 * @param asked recorded questions that were asked again
 * @param changed those answered differently, failures included
 * @param failed those that could not be answered
 * @param shifts which outputs went from what to what, the most frequent first
 * @param stopped why the replay ended before its last question
 */
public record ReplayReport(
    long asked,
    long changed,
    long failed,
    List<Shift> shifts,
    Duration took,
    Optional<Finding> stopped) {
  public ReplayReport {
    shifts = List.copyOf(shifts);
  }

  public long same() {
    return asked - changed;
  }
}
