package dev.continuo.runtime.budget;

import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.decision.DecisionFailed;
import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionResult;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.TableNotFound;
import dev.continuo.runtime.decision.TableNotReleased;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the house table <em>Budget caps</em>. */
final class Caps {
  private static final String TABLE = "budget-caps";
  private static final long CENT = 10_000;
  private static final int QUARTER = 4;
  private final Decisions decisions;

  Caps(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * A cap.
   *
   * @param micros what may be taken in all
   * @param atCap what is answered to whoever wants more
   */
  record Cap(long micros, Refused atCap) {

    /** What the owner lent is on top of it; whoever lent nothing is not asked again. */
    Cap with(String counted, Loans.Answered answered) {
      AtCap what =
          atCap.atCap() == AtCap.ASK && answered.declined() ? AtCap.DEGRADE : atCap.atCap();
      return new Cap(
          micros + answered.micros(),
          new Refused(
              atCap.scope(),
              what,
              atCap.reason(),
              atCap.rule(),
              counted,
              micros / QUARTER,
              answered.answers()));
    }

    /** What is answered to whoever wants that much more. */
    Refused refusing(long wanted) {
      long cents = (Math.max(wanted, atCap.lend()) + CENT - 1) / CENT;
      return new Refused(
          atCap.scope(),
          atCap.atCap(),
          atCap.reason(),
          atCap.rule(),
          atCap.counted(),
          cents * CENT,
          atCap.answers());
    }
  }

  /** The cap of a scope; none at all where the table has no answer: then nothing is spent. */
  Cap of(Scope scope, Work work, long planMicros) {
    try {
      var step = work.step();
      return cap(
          scope,
          planMicros,
          decisions.evaluate(
              new DecisionRequest(
                  TABLE,
                  null,
                  Map.of("scope", scope.word(), "lane", work.lane().word()),
                  work.runKey(),
                  step == null ? null : step.elementInstanceKey(),
                  step == null ? null : step.elementId())));
    } catch (DecisionFailed | TableNotFound | TableNotReleased none) {
      return unanswered(scope, "The table Budget caps has no answer, so nothing is spent.");
    }
  }

  private static Cap cap(Scope scope, long planMicros, DecisionResult answer) {
    var outputs = answer.outputs();
    if (!(outputs.get("capShare") instanceof Number share)) {
      return unanswered(scope, "The table Budget caps names no cap, so nothing is spent.");
    }
    double micros = Math.clamp(share.doubleValue() * planMicros, 0, 1e15);
    String said = outputs.get("reason") instanceof String words ? words : "";
    return new Cap(
        (long) micros,
        new Refused(
            scope, atCap(outputs.get("atCap")), reason(scope, (long) micros, said), row(answer)));
  }

  private static Cap unanswered(Scope scope, String why) {
    return new Cap(0, new Refused(scope, AtCap.ASK, why, ""));
  }

  private static AtCap atCap(@Nullable Object value) {
    return Arrays.stream(AtCap.values())
        .filter(one -> one.name().equalsIgnoreCase(String.valueOf(value)))
        .findFirst()
        .orElse(AtCap.STOP);
  }

  private static String reason(Scope scope, long micros, String said) {
    String what =
        switch (scope) {
          case MONTH -> "this month";
          case DAY -> "today";
          case CLIENT -> "this client this month";
          case RUN -> "this run";
          case CALL -> "a single call";
        };
    return "EUR %.2f for %s would be overrun. %s".formatted(micros / 1e6, what, said).strip();
  }

  private static String row(DecisionResult answer) {
    return answer.hits().isEmpty()
        ? "Budget caps v%d".formatted(answer.version())
        : "Budget caps v%d, row %d: %s"
            .formatted(
                answer.version(),
                answer.hits().getFirst().number(),
                answer.hits().getFirst().words());
  }
}
