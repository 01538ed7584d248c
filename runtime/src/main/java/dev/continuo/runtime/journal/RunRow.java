package dev.continuo.runtime.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code run}. */
record RunRow(
    long runKey,
    String flowId,
    int version,
    long processKey,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String startKey,
    @Nullable String title,
    @Nullable Long parentRunKey) {
  RunSummary summary(List<String> openElementIds) {
    return new RunSummary(
        runKey,
        flowId,
        version,
        processKey,
        state,
        startedAt,
        endedAt,
        startKey,
        title,
        parentRunKey,
        openElementIds);
  }
}
