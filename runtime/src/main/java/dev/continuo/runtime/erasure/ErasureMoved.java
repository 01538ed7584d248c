package dev.continuo.runtime.erasure;

/**
 * An erasure got on. Published from the thread that erases, once the number can be read.
 *
 * @param percent how far it is; 100 when it is over
 */
public record ErasureMoved(String key, int percent) {}
