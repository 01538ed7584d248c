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
   * @param counted what the cap is counted over, such as {@code month:2026-11}; the owner's answers
   *     are kept under it
   * @param lend micro-euros that would let it go on for a while
   * @param answers how often the owner has answered about it
   */
  record Refused(
      Scope scope, AtCap atCap, String reason, String rule, String counted, long lend, int answers)
      implements Reservation {
    public Refused(Scope scope, AtCap atCap, String reason, String rule) {
      this(scope, atCap, reason, rule, "", 0, 0);
    }
  }

  /** What is done at a cap. */
  enum AtCap {
    /** The owner is asked; until then it waits where it can, or is done without cost. */
    ASK,
    /** It is done without cost. */
    DEGRADE,
    /** It is done when there is room again, where it can wait. */
    DEFER,
    /** No model does it. */
    STOP
  }
}
