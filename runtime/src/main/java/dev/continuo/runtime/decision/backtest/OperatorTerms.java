package dev.continuo.runtime.decision.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of answers means for the operator.
 *
 * @param approvalsAsked how many approvals more would have been asked
 * @param approvalsSaved how many fewer
 * @param letThrough money that would have gone without asking, and had been asked
 * @param held money that would have been asked or stopped, and went without
 * @param limitsTouched changed answers with money at stake
 * @param interruptionsPerDay change of cards that interrupt at once, per day
 * @param commitmentsAtRisk answers by which a promise, a client or a run would have been left
 *     waiting
 */
public record OperatorTerms(
    long approvalsAsked,
    long approvalsSaved,
    BigDecimal letThrough,
    BigDecimal held,
    long limitsTouched,
    double interruptionsPerDay,
    long commitmentsAtRisk) {

  /** Nothing changes. */
  public static final OperatorTerms NONE =
      new OperatorTerms(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

  /** The same in sentences; what does not change is left out. */
  public List<String> words() {
    var words = new ArrayList<String>();
    if (approvalsAsked > 0) {
      words.add("%,d more approvals would have been asked.".formatted(approvalsAsked));
    }
    if (approvalsSaved > 0) {
      words.add("%,d approvals would have been saved.".formatted(approvalsSaved));
    }
    if (letThrough.signum() > 0) {
      words.add("%,.2f would have gone out without asking.".formatted(letThrough));
    }
    if (held.signum() > 0) {
      words.add("%,.2f would have been held back or asked about.".formatted(held));
    }
    if (limitsTouched > 0) {
      words.add("Money was at stake in %,d of the changed answers.".formatted(limitsTouched));
    }
    if (Math.abs(interruptionsPerDay) >= 0.05) {
      words.add(
          "%.1f %s interruptions a day."
              .formatted(
                  Math.abs(interruptionsPerDay), interruptionsPerDay > 0 ? "more" : "fewer"));
    }
    if (commitmentsAtRisk > 0) {
      words.add(
          "%,d commitments would have been at risk: left waiting, declined or stopped."
              .formatted(commitmentsAtRisk));
    }
    return words;
  }
}
