package dev.continuo.runtime.decision.backtest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candidate beside the released table.
 *
 * @param until when it ends by itself
 * @param endedAt when it ended; null while it runs
 * @param asked recorded answers that it was asked, too
 */
public record Shadow(
    String id,
    String tableId,
    String candidateXml,
    String startedBy,
    Instant startedAt,
    Instant until,
    @Nullable Instant endedAt,
    @Nullable String endedWhy,
    long asked,
    long changed,
    long failed) {
  public boolean running() {
    return endedAt == null;
  }
}
