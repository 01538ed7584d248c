package dev.continuo.rules.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled model. Immutable and safe to ask from many threads at once. */
public interface CompiledTable {

  /** What it shows of itself. */
  TableShape shape();

  default String contentHash() {
    return shape().contentHash();
  }

  default String name() {
    return shape().name();
  }

  /** Whether it is proven to finish; see {@link TableShape}. */
  default boolean bounded() {
    return shape().bounded();
  }

  default List<DecisionShape> decisions() {
    return shape().decisions();
  }

  default DecisionShape mainDecision() {
    return shape().mainDecision();
  }

  default List<TableInput> inputs() {
    return shape().inputs();
  }

  /** The columns that the main decision answers with. */
  default List<TableOutput> outputs() {
    return mainDecision().outputs();
  }

  /** Asks the main decision; see {@link #evaluate(String, Map)}. */
  default Evaluation evaluate(Map<String, ? extends @Nullable Object> inputs) {
    return evaluate(mainDecision().id(), inputs);
  }

  /**
   * Asks one decision. Numbers may be any {@link Number}; dates, times and durations may be ISO
   * 8601 text. A value of the wrong type, a missing value or a row that fails is never guessed
   * around: it comes back as a problem. A value may be absent only explicitly, as {@code null}.
   *
   * @param decisionId the decision's id or its name
   */
  Evaluation evaluate(String decisionId, Map<String, ? extends @Nullable Object> inputs);

  /** Asks one decision about many inputs; the answers come in the order of the inputs. */
  default List<Evaluation> evaluateAll(
      String decisionId, List<? extends Map<String, ? extends @Nullable Object>> inputs) {
    return inputs.stream().map(each -> evaluate(decisionId, each)).toList();
  }
}
