package dev.continuo.runtime.erasure;

/** How much of what hangs on a client outside memory. */
public record ErasureReach(int runs, int cards, int intents, int mails, int documents) {}
