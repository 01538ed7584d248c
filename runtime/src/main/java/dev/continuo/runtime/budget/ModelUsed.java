package dev.continuo.runtime.budget;

/**
 * Which model a round asks.
 *
 * @param tier {@code premium} or {@code economy}
 * @param model its name at its provider
 */
public record ModelUsed(String tier, String provider, String model) {}
