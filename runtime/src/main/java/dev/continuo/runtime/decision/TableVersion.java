package dev.continuo.runtime.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A released text. It never changes.
 *
 * @param version from 1
 * @param contentHash SHA-256 of the text, in hex
 * @param why the owner's reason, may be empty
 * @param rolledBackTo the version whose text this one brought back; null for a text of its own
 * @param retired by whom and why it no longer answers new runs; null while it may
 */
public record TableVersion(
    String tableId,
    int version,
    String contentHash,
    String xml,
    Instant releasedAt,
    String releasedBy,
    String why,
    @Nullable Integer rolledBackTo,
    @Nullable Retired retired) {

  /** That a version was taken out of service. */
  public record Retired(Instant at, String who, String why) {}
}
