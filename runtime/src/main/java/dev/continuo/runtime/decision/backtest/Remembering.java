package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.TableShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table that answers an equal question from memory: a table is a function of its inputs, and a
 * business asks the same things over and over. Used by one thread.
 */
final class Remembering implements CompiledTable {
  private static final int MOST = 20_000;
  private final CompiledTable table;
  private final Map<String, Map<Map<String, ?>, Evaluation>> known = new HashMap<>();

  Remembering(CompiledTable table) {
    this.table = table;
  }

  @Override
  public Evaluation evaluate(String decisionId, Map<String, ? extends @Nullable Object> inputs) {
    return evaluateAll(decisionId, List.of(inputs)).getFirst();
  }

  @Override
  public List<Evaluation> evaluateAll(
      String decisionId, List<? extends Map<String, ? extends @Nullable Object>> inputs) {
    var answers = known.computeIfAbsent(decisionId, id -> new HashMap<>());
    var open = new LinkedHashMap<Map<String, ?>, Map<String, ? extends @Nullable Object>>();
    for (var question : inputs) {
      if (!answers.containsKey(question)) {
        open.putIfAbsent(question, question);
      }
    }
    if (answers.size() + open.size() > MOST) {
      answers.clear();
      inputs.forEach(question -> open.putIfAbsent(question, question));
    }
    if (!open.isEmpty()) {
      var questions = List.copyOf(open.values());
      var fresh = table.evaluateAll(decisionId, questions);
      for (int i = 0; i < questions.size(); i++) {
        answers.put(questions.get(i), fresh.get(i));
      }
    }
    var result = new ArrayList<Evaluation>(inputs.size());
    inputs.forEach(question -> result.add(Objects.requireNonNull(answers.get(question))));
    return result;
  }

  @Override
  public TableShape shape() {
    return table.shape();
  }
}
