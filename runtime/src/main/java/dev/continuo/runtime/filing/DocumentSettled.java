package dev.continuo.runtime.filing;

/**
 * Published after a document was read, or given up, and memory was told.
 *
 * @param key of the filing
 */
public record DocumentSettled(String key) {}
