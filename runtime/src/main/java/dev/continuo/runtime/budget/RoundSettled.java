package dev.continuo.runtime.budget;

import org.jspecify.annotations.Nullable;

/** A round of a model is over and paid for. Published in the transaction that settles it. */
public record RoundSettled(
    String key,
    @Nullable Long runKey,
    @Nullable String elementId,
    String task,
    String model,
    Settlement settlement) {}
