package dev.continuo.runtime.journal;

import org.jspecify.annotations.Nullable;

/**
 * Which runs to see; null means any.
 *
 * @param flowId the process id
 * @param state the state
 * @param text words of the title (the last may be incomplete), or exactly a run's number or start
 *     key
 */
public record RunFilter(@Nullable String flowId, @Nullable RunState state, @Nullable String text) {
  /** Every run. */
  public static final RunFilter ALL = new RunFilter(null, null, null);

  public RunFilter {
    flowId = flowId == null || flowId.isBlank() ? null : flowId;
    text = text == null || text.isBlank() ? null : text.strip();
  }
}
