package dev.continuo.runtime.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
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
  static RunRow read(ResultSet row, int number) throws SQLException {
    return new RunRow(
        row.getLong("run_key"),
        row.getString("flow_id"),
        row.getInt("version"),
        row.getLong("process_key"),
        RunState.valueOf(row.getString("state")),
        row.getTimestamp("started_at").toInstant(),
        ProjectionRows.instant(row.getTimestamp("ended_at")),
        row.getString("start_key"),
        row.getString("title"),
        row.getObject("parent_run_key", Long.class));
  }

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
