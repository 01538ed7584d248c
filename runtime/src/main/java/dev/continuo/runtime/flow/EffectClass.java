package dev.continuo.runtime.flow;

/** How far a step reaches. The gate policy and the retry rules start from it. */
public enum EffectClass {
  /** Computes; running it again is harmless. */
  NONE,
  /** Reads memory or documents. */
  READ,
  /** Writes memory, idempotently by the effect key. */
  MEMORY,
  /** Reaches the outside world; only {@code effect} may carry it out. */
  OUTSIDE
}
