package dev.continuo.runtime.decision;

import dev.continuo.rules.table.HitRow;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it was recorded.
 *
 * @param problems what went wrong or was worth noting, one sentence each
 * @param answered whether the outputs were used
 * @param micros how long the table took
 */
public record RecordedDecision(
    long evaluationId,
    Instant at,
    String tableId,
    int version,
    String decisionId,
    Map<String, @Nullable Object> inputs,
    Map<String, @Nullable Object> outputs,
    List<HitRow> hits,
    List<String> problems,
    boolean answered,
    long micros,
    @Nullable Long runKey,
    @Nullable Long elementInstanceKey,
    @Nullable String elementId) {
  public RecordedDecision {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    hits = List.copyOf(hits);
    problems = List.copyOf(problems);
  }
}
