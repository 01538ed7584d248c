package dev.continuo.rules.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled model. Immutable and safe to ask from many threads at once. */
public interface CompiledTable {

  /** SHA-256 of the model's text, in hex. */
  String contentHash();

  /** The model's business name. */
  String name();

  /**
   * Whether every expression is proven to finish in time proportional to its inputs. The proof is
   * conservative: loops, quantifiers, functions of one's own, regular expressions, powers and
   * unknown calls all count as not proven.
   */
  boolean bounded();

  /** The decisions of the model, in the order of the text. */
  List<DecisionShape> decisions();

  /** The decision that is asked when none is named: the one that no other decision needs. */
  DecisionShape mainDecision();

  /** The values that must be handed over, under the names that expressions use. */
  List<TableInput> inputs();

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
