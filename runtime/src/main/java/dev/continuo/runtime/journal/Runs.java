package dev.continuo.runtime.journal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All runs of all flows, as projected from the journal. */
public interface Runs {
  /**
   * One page, newest first.
   *
   * @param after the {@link RunPage#next} of the page before; null for the first
   * @param limit 1 to 200
   */
  RunPage list(RunFilter filter, @Nullable String after, int limit);

  /** One run with its elements and incidents. */
  Optional<Run> get(long runKey);

  /** How many runs there are per state; states without runs are 0. */
  Map<RunState, Long> counts(RunFilter filter);
}
