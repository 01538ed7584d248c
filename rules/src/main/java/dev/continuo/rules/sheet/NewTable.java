package dev.continuo.rules.sheet;

import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.InputContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A decision table that is made from a foreign sheet, column by column and row by row. */
final class NewTable {
  private final String name;
  private final String hitPolicy;
  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  record Column(boolean condition, String label, String name, String type) {}

  private record Row(String description, List<String> conditions, List<String> answers) {}

  NewTable(String name, String hitPolicy) {
    this.name = name;
    this.hitPolicy = hitPolicy;
  }

  String name() {
    return name;
  }

  boolean answersSomething() {
    return !rows.isEmpty() && columns.stream().anyMatch(column -> !column.condition());
  }

  void column(boolean condition, String label, String wanted, String type) {
    var base = identifier(wanted.isBlank() ? label : wanted);
    var unique = base;
    for (int i = 2; !names.add((condition ? "" : "=") + unique); i++) {
      unique = base + i;
    }
    columns.add(new Column(condition, label, unique, type));
  }

  void row(String description, List<String> conditions, List<String> answers) {
    rows.add(new Row(description, conditions, answers));
  }

  /** The decision; inputs that it asks for are taken from or put into the given ones. */
  DecisionContent decision(Map<String, InputContent> inputs) {
    var conditions = new ArrayList<ColumnContent>();
    var answers = new ArrayList<ColumnContent>();
    var needs = new ArrayList<String>();
    for (var column : columns) {
      if (column.condition()) {
        var input =
            inputs.computeIfAbsent(
                column.name(),
                n -> new InputContent(ModelDocument.fresh("input"), n, column.type()));
        needs.add(input.id());
        conditions.add(content(column, ModelDocument.fresh("expression")));
      } else {
        answers.add(content(column, ""));
      }
    }
    var contents =
        rows.stream()
            .map(
                row ->
                    new RowContent(
                        ModelDocument.fresh("row"),
                        row.description(),
                        cells(row.conditions()),
                        cells(row.answers()),
                        List.of()))
            .toList();
    return new DecisionContent(
        ModelDocument.fresh("decision"),
        name,
        "",
        "",
        needs,
        "",
        new TableContent(
            ModelDocument.fresh("table"), hitPolicy, "", conditions, answers, List.of(), contents));
  }

  static Map<String, InputContent> noInputs() {
    return new LinkedHashMap<>();
  }

  private static ColumnContent content(Column column, String expressionId) {
    return new ColumnContent(
        ModelDocument.fresh(column.condition() ? "input" : "output"),
        column.label(),
        column.name(),
        expressionId,
        column.type(),
        "",
        "",
        "");
  }

  private static List<CellContent> cells(List<String> texts) {
    return texts.stream().map(text -> new CellContent(ModelDocument.fresh("cell"), text)).toList();
  }

  /** {@code Order amount} becomes {@code orderAmount}. */
  static String identifier(String label) {
    var name = new StringBuilder();
    for (var word : label.split("[^\\p{L}\\p{N}_]+")) {
      if (!word.isEmpty()) {
        name.append(
            name.isEmpty()
                ? word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1)
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      }
    }
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "value" + name : name.toString();
  }
}
