package dev.continuo.designer.decision;

import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Vocabulary;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.TableContent;
import dev.continuo.runtime.decision.Decisions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Which words a column of text offers to choose from: those it has, those that flows have handed
 * over, and the kinds of the vocabulary.
 */
final class PickLists {
  private static final int LOOK_BACK = 1_000;
  private static final int MOST = 200;
  private final Decisions decisions;
  private final Supplier<Vocabulary> vocabulary;

  PickLists(Decisions decisions, Supplier<Vocabulary> vocabulary) {
    this.decisions = decisions;
    this.vocabulary = vocabulary;
  }

  /**
   * A column and its words.
   *
   * @param place the column's place among the inputs of its decision, from 0
   * @param now what it offers now
   * @param known what it could offer, too
   */
  record Column(String decisionId, int place, String title, Set<String> now, Set<String> known) {}

  /** The text columns of a model's tables that ask for a value by its name. */
  List<Column> of(String tableId, String xml) {
    var columns = new ArrayList<Column>();
    var recorded = decisions.latest(tableId, LOOK_BACK);
    for (DecisionContent decision : ModelDocument.open(xml).content().decisions()) {
      var table = decision.table();
      for (int i = 0; table != null && i < table.inputs().size(); i++) {
        var input = table.inputs().get(i);
        if (input.type().equals("string") && input.expression().matches("[\\w.]+")) {
          var handedOver = new TreeSet<String>();
          recorded.forEach(
              one -> {
                if (one.inputs().get(input.expression()) instanceof String word
                    && handedOver.size() < MOST) {
                  handedOver.add(word);
                }
              });
          var known = new LinkedHashSet<String>(handedOver);
          vocabulary.get().kinds().stream().map(EntityKind::label).forEach(known::add);
          columns.add(new Column(decision.id(), i, input.title(), words(input.values()), known));
        }
      }
    }
    return columns;
  }

  /** The same model with a column offering these words; none means any. */
  static String with(String xml, Column column, Set<String> words) {
    var document = ModelDocument.open(xml);
    var decision = document.decision(column.decisionId()).orElseThrow();
    var table = decision.table();
    if (table == null) {
      return xml;
    }
    var inputs = new ArrayList<>(table.inputs());
    inputs.set(column.place(), offering(inputs.get(column.place()), words));
    return document
        .with(
            decision.withTable(
                new TableContent(
                    table.id(),
                    table.hitPolicy(),
                    table.aggregation(),
                    inputs,
                    table.outputs(),
                    table.notes(),
                    table.rows())))
        .xml();
  }

  private static ColumnContent offering(ColumnContent column, Set<String> words) {
    var values = String.join(",", words.stream().map(PickLists::quoted).toList());
    return new ColumnContent(
        column.id(),
        column.label(),
        column.expression(),
        column.expressionId(),
        column.type(),
        values,
        column.valuesId().isEmpty() ? ModelDocument.fresh("values") : column.valuesId(),
        column.fallback());
  }

  /** A word as FEEL text: what it contains stays data. */
  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The words of a list of FEEL texts; anything else than plain texts offers none. */
  static Set<String> words(String values) {
    var words = new LinkedHashSet<String>();
    var text = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(values);
    while (text.find()) {
      words.add(text.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
    }
    return words;
  }
}
