package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table's answer.
 *
 * @param evaluationId number of the recorded evaluation
 * @param title the table's business name
 * @param version the version that answered
 * @param outputs by output name, JSON-like values: whole numbers are {@link Long}, others {@link
 *     java.math.BigDecimal}, dates and durations ISO 8601 text
 * @param hits the rows that the answer stands on
 * @param notes what is worth knowing although there is an answer
 */
public record DecisionResult(
    long evaluationId,
    String tableId,
    String title,
    int version,
    Map<String, @Nullable Object> outputs,
    List<HitRow> hits,
    List<Finding> notes) {
  public DecisionResult {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
  }
}
