package dev.continuo.runtime.approval;

import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the house table <em>severity</em> how soon a card wants its person. */
final class Severities {
  private static final Logger log = LoggerFactory.getLogger(Severities.class);
  private static final String TABLE = "severity";
  private static final long NO_DEADLINE_HOURS = 10_000;
  private final Decisions decisions;

  Severities(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * The table's answer.
   *
   * @param severity how soon
   * @param ifNothing what happens without an answer, a sentence
   * @param dueAt until when: what the card says, else what the table says, else never
   */
  record Urgency(Severity severity, String ifNothing, @Nullable Instant dueAt) {}

  Urgency of(CardRequest request) {
    var inputs = new HashMap<String, Object>();
    inputs.put("cardKind", request.kind().name().toLowerCase(Locale.ROOT));
    inputs.put(
        "hoursUntilDue",
        request.dueAt() == null
            ? NO_DEADLINE_HOURS
            : Duration.between(Instant.now(), request.dueAt()).toHours());
    try {
      var outputs =
          decisions
              .evaluate(
                  new DecisionRequest(
                      TABLE, null, inputs, request.runKey(), null, request.elementId()))
              .outputs();
      return new Urgency(
          Severity.of(String.valueOf(outputs.get("severity"))),
          String.valueOf(outputs.getOrDefault("ifNothing", "")),
          dueAt(request, outputs.get("deadlineHours")));
    } catch (RuntimeException noAnswer) {
      log.warn("The severity table gave no answer for '{}'", request.title(), noAnswer);
      return new Urgency(
          Severity.WORKING_HOURS, "It stays here until you answer.", request.dueAt());
    }
  }

  private static @Nullable Instant dueAt(CardRequest request, @Nullable Object hours) {
    return request.dueAt() == null && hours instanceof Number number
        ? Instant.now().plus(Duration.ofMinutes(Math.round(number.doubleValue() * 60)))
        : request.dueAt();
  }
}
