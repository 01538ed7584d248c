package dev.continuo.runtime.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param runKey the process instance
 * @param flowId the process id
 * @param version the deployed version
 * @param processKey the engine's number of the deployed version
 * @param startKey the key it was started with, if any
 * @param title the run's variable {@code title}, else the {@code subject} inside its start variable
 *     {@code mail}; text from outside
 * @param parentRunKey the run that called it, if any
 * @param openElementIds where it stands, scopes left out
 */
public record RunSummary(
    long runKey,
    String flowId,
    int version,
    long processKey,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String startKey,
    @Nullable String title,
    @Nullable Long parentRunKey,
    List<String> openElementIds) {
  public RunSummary {
    openElementIds = List.copyOf(openElementIds);
  }
}
