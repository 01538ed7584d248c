package dev.continuo.rules.replay;

import org.jspecify.annotations.Nullable;

/** How often one output went from one value to another. */
public record Shift(String output, @Nullable Object before, @Nullable Object after, long count) {}
