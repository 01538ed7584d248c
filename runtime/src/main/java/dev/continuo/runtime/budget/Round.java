package dev.continuo.runtime.budget;

import dev.continuo.runtime.budget.Settlement.Ending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One round of a model as the ledger has it.
 *
 * @param reserved what it could cost at most, micro-euros
 * @param spent what it cost; null while it is under way
 * @param ending null while it is under way
 */
public record Round(
    String key,
    Instant at,
    String lane,
    String task,
    String tier,
    String provider,
    String model,
    @Nullable Long runKey,
    @Nullable String flowId,
    @Nullable String elementId,
    @Nullable String client,
    long reserved,
    @Nullable Long spent,
    int tokensIn,
    int tokensOut,
    @Nullable Ending ending,
    String detail) {}
