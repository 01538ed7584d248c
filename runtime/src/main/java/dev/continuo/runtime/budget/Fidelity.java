package dev.continuo.runtime.budget;

/**
 * How good one piece of work may be.
 *
 * @param tier class of the model: {@code premium}, {@code economy}, or {@code local} for work that
 *     must cost nothing
 * @param recallDepth facts that may be recalled for it at most
 * @param summaryLength words that it may write at most
 * @param rule the row that says so, in words; empty where the table had no answer
 */
public record Fidelity(
    String tier, int recallDepth, int summaryLength, Pace pace, String reason, String rule) {

  /** When work is done. */
  public enum Pace {
    NOW,
    /** Together with its like, by night. */
    BATCH,
    /** When there is room in the plan again. */
    DEFER,
    /** Not at all. */
    STOP
  }

  /** Everything at once and in full. */
  public static Fidelity full() {
    return new Fidelity("premium", 60, 250, Pace.NOW, "", "");
  }

  /** Whether a model that costs money may do it now. */
  public boolean maySpend() {
    return pace == Pace.NOW && !tier.equals("local");
  }
}
