package dev.continuo.runtime.decision;

import dev.continuo.runtime.flow.RetryPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the house table <em>retry policy</em>. Where it has no answer, the step's own class counts.
 */
final class TableRetryPolicy implements RetryPolicy {
  private static final Logger log = LoggerFactory.getLogger(TableRetryPolicy.class);
  private static final String TABLE = "retry-policy";
  private static final Duration LONGEST = Duration.ofDays(1);
  private final Decisions decisions;

  TableRetryPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Optional<Answer> after(Failure failure) {
    try {
      var answer =
          decisions.evaluate(
              new DecisionRequest(
                  TABLE,
                  null,
                  Map.of(
                      "errorClass", failure.error().word(),
                      "retryClass", failure.step().retry().name().toLowerCase(Locale.ROOT),
                      "lane", failure.step().lane().word(),
                      "tries", failure.tries()),
                  failure.runKey(),
                  null,
                  failure.elementId()));
      var outputs = answer.outputs();
      if (!(outputs.get("again") instanceof Boolean again)) {
        return Optional.empty();
      }
      var rule =
          answer.hits().isEmpty()
              ? "Retry policy v%d".formatted(answer.version())
              : "Retry policy v%d, row %d: %s"
                  .formatted(
                      answer.version(),
                      answer.hits().getFirst().number(),
                      answer.hits().getFirst().words());
      return Optional.of(new Answer(again, pause(outputs.get("waitSeconds")), rule));
    } catch (DecisionFailed | TableNotFound | TableNotReleased none) {
      log.warn("The retry policy has no answer: {}", none.getMessage());
      return Optional.empty();
    }
  }

  private static Duration pause(@Nullable Object seconds) {
    if (!(seconds instanceof Number number) || number.doubleValue() < 0) {
      return Duration.ZERO;
    }
    var pause = Duration.ofMillis(Math.round(Math.min(number.doubleValue(), 1e6) * 1_000));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
