package dev.continuo.runtime.decision;

import java.time.Instant;

/**
 * A released text. It never changes.
 *
 * @param version from 1
 * @param contentHash SHA-256 of the text, in hex
 * @param why the owner's reason, may be empty
 */
public record TableVersion(
    String tableId,
    int version,
    String contentHash,
    String xml,
    Instant releasedAt,
    String releasedBy,
    String why) {}
