package dev.continuo.runtime.budget;

/** What became of the wish to spend. */
public sealed interface Reservation {

  /**
   * Reserved.
   *
   * @param key to settle it by
   */
  record Granted(String key, long micros) implements Reservation {}

  /**
   * A cap stands in the way; nothing was taken.
   *
   * @param rule the row of the table that says so, in words; empty where it had no answer
   */
  record Refused(Scope scope, AtCap atCap, String reason, String rule) implements Reservation {}

  /** What is done at a cap. */
  enum AtCap {
    /** The owner is asked; until then it is done without cost. */
    ASK,
    /** It is done without cost. */
    DEGRADE,
    /** It is done when there is room again, where it can wait. */
    DEFER,
    /** No model does it. */
    STOP
  }
}
