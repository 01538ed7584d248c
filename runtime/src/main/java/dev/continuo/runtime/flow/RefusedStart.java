package dev.continuo.runtime.flow;

import java.time.Instant;

/**
 * A start that the engine refused.
 *
 * @param origin where it came from, in words
 * @param why in the engine's words
 * @param since when it was asked for
 */
public record RefusedStart(
    String triggerKey, String flowId, String origin, String why, Instant since) {}
