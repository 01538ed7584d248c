package dev.continuo.runtime.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs.
 *
 * @param next where the next page begins; null on the last
 */
public record RunPage(List<RunSummary> runs, @Nullable String next) {
  public RunPage {
    runs = List.copyOf(runs);
  }
}
