package dev.continuo.rules.table;

import java.util.List;

/**
 * What a compiled model shows of itself.
 *
 * @param contentHash SHA-256 of the model's text, in hex
 * @param name the model's business name
 * @param bounded whether every expression is proven to finish in time proportional to its inputs.
 *     The proof is conservative: loops, quantifiers, functions of one's own, regular expressions,
 *     powers and unknown calls all count as not proven
 * @param decisions the decisions of the model, in the order of the text
 * @param mainDecision the decision that is asked when none is named: the one that no other needs
 * @param inputs the values that must be handed over, under the names that expressions use
 */
public record TableShape(
    String contentHash,
    String name,
    boolean bounded,
    List<DecisionShape> decisions,
    DecisionShape mainDecision,
    List<TableInput> inputs) {
  public TableShape {
    decisions = List.copyOf(decisions);
    inputs = List.copyOf(inputs);
  }
}
