package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.ChangedAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up what changed answers mean, by the words that house tables answer with. */
final class TermsCount {
  private static final Set<String> LEFT = Set.of("park", "decline", "forbid", "defer", "stop");
  private static final double SOON_HOURS = 24;

  private long asked;
  private long saved;
  private BigDecimal letThrough = BigDecimal.ZERO;
  private BigDecimal held = BigDecimal.ZERO;
  private long touched;
  private long interruptions;
  private long atRisk;

  void add(ChangedAnswer changed) {
    var inputs = changed.recorded().inputs();
    var before = changed.before();
    var after = changed.after();
    var amount = number(inputs.get("amount"));
    if (amount != null && amount.signum() != 0) {
      touched++;
    }
    gate(
        word(before, "outcome"), word(after, "outcome"), amount == null ? BigDecimal.ZERO : amount);
    answer(word(before, "action"), word(after, "action"));
    urgency(word(before, "severity"), word(after, "severity"), inputs);
    pace(word(before, "pace"), word(after, "pace"));
    if (Boolean.TRUE.equals(before.get("again")) && Boolean.FALSE.equals(after.get("again"))) {
      atRisk++;
    }
    var step = word(after, "step");
    if (!step.equals(word(before, "step")) && (step.equals("decline") || step.equals("wait"))) {
      atRisk++;
    }
  }

  private void gate(String before, String after, BigDecimal amount) {
    if (before.isEmpty() && after.isEmpty() || before.equals(after)) {
      return;
    }
    if (after.equals("ask")) {
      asked++;
    } else if (before.equals("ask")) {
      saved++;
    }
    if (after.equals("allow")) {
      letThrough = letThrough.add(amount);
    } else if (before.equals("allow")) {
      held = held.add(amount);
    }
    if (after.equals("forbid")) {
      atRisk++;
    }
  }

  /** Each lead that is answered is an approval of the answer. */
  private void answer(String before, String after) {
    if (before.equals(after)) {
      return;
    }
    if (after.equals("answer")) {
      asked++;
    } else if (before.equals("answer")) {
      saved++;
      atRisk += LEFT.contains(after) ? 1 : 0;
    }
  }

  private void urgency(String before, String after, Map<String, @Nullable Object> inputs) {
    if (before.equals(after)) {
      return;
    }
    interruptions += after.equals("now") ? 1 : 0;
    if (before.equals("now")) {
      interruptions--;
      var due = number(inputs.get("hoursUntilDue"));
      atRisk += due != null && due.doubleValue() <= SOON_HOURS ? 1 : 0;
    }
  }

  private void pace(String before, String after) {
    if (!before.equals(after) && LEFT.contains(after)) {
      atRisk++;
    }
  }

  OperatorTerms over(Duration period) {
    double days = Math.max(1.0, period.toSeconds() / 86_400.0);
    return new OperatorTerms(asked, saved, letThrough, held, touched, interruptions / days, atRisk);
  }

  private static String word(Map<String, @Nullable Object> values, String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()) : null;
  }
}
