package dev.continuo.runtime.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to a table.
 *
 * @param decisionId which decision of the table's model; null for its main one
 * @param inputs by input name; a value that there is not must be given as null
 * @param runKey the run that asks, if any
 * @param elementInstanceKey the visit of the element that asks, if any
 * @param version a released version to ask; null for the newest
 */
public record DecisionRequest(
    String tableId,
    @Nullable String decisionId,
    Map<String, @Nullable Object> inputs,
    @Nullable Long runKey,
    @Nullable Long elementInstanceKey,
    @Nullable String elementId,
    @Nullable Integer version) {

  public DecisionRequest {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /** Asks the newest release. */
  public DecisionRequest(
      String tableId,
      @Nullable String decisionId,
      Map<String, @Nullable Object> inputs,
      @Nullable Long runKey,
      @Nullable Long elementInstanceKey,
      @Nullable String elementId) {
    this(tableId, decisionId, inputs, runKey, elementInstanceKey, elementId, null);
  }

  /** Asks the newest release outside of any run. */
  public static DecisionRequest of(String tableId, Map<String, @Nullable Object> inputs) {
    return new DecisionRequest(tableId, null, inputs, null, null, null, null);
  }
}
