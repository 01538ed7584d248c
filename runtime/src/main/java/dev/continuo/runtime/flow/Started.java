package dev.continuo.runtime.flow;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link StartRequest}.
 *
 * @param triggerKey the request's key
 * @param first false where the key was known already and nothing new was started
 * @param runKey the run's number where it is known by now
 */
public record Started(String triggerKey, boolean first, @Nullable Long runKey) {}
