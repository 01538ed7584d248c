package dev.continuo.runtime.decision.backtest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded answer that would be another one.
 *
 * @param rows the candidate's rows behind the new answer, such as {@code Row 3: Known client}
 * @param problem why the candidate has no answer; null where it has one
 */
public record ChangedDecision(
    long evaluationId,
    Instant at,
    @Nullable Long runKey,
    Map<String, @Nullable Object> inputs,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    List<String> rows,
    @Nullable String problem) {
  public ChangedDecision {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    rows = List.copyOf(rows);
  }
}
