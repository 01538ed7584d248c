package dev.continuo.rules.table.model;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnModel.Cell;
import dev.continuo.rules.table.model.DmnModel.Column;
import dev.continuo.rules.table.model.DmnModel.DecisionTable;
import dev.continuo.rules.table.model.DmnModel.Row;
import java.util.ArrayList;
import java.util.List;

/** Compares what stands in a cell, as far as it is a plain value, with what its column holds. */
final class CellChecks {
  private CellChecks() {}

  static List<Finding> findings(DmnModel model, String decision, DecisionTable table, Row row) {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < Math.min(row.inputs().size(), table.inputs().size()); i++) {
      var column = table.inputs().get(i);
      var cell = row.inputs().get(i);
      var where = new Place(decision, row.number(), column.label(), cell.id());
      for (var value : FeelText.list(cell.text())) {
        condition(model, where, column, value, findings);
      }
    }
    for (int i = 0; i < Math.min(row.outputs().size(), table.outputs().size()); i++) {
      var column = table.outputs().get(i);
      var cell = row.outputs().get(i);
      var where = new Place(decision, row.number(), column.label(), cell.id());
      answer(model, where, column, cell, findings);
    }
    return findings;
  }

  private static void condition(
      DmnModel model, Place where, Column column, String value, List<Finding> findings) {
    if (isOfOtherType(model.baseType(column.type()), value)) {
      findings.add(
          Finding.error(
              "cell-type",
              where,
              "The condition %s can never be true.".formatted(value),
              "The column holds values of type %s.".formatted(column.type()),
              example(column)));
    } else if (FeelText.isString(value)
        && !column.allowed().isEmpty()
        && column.allowed().stream().allMatch(FeelText::isString)
        && !column.allowed().contains(value)) {
      findings.add(
          Finding.warning(
              "value-not-listed",
              where,
              "%s is not among the column's values.".formatted(value),
              "Listed are " + String.join(", ", column.allowed()) + ".",
              "Choose one of them, or add the value to the column."));
    }
  }

  private static void answer(
      DmnModel model, Place where, Column column, Cell cell, List<Finding> findings) {
    if (cell.text().isEmpty()) {
      findings.add(
          Finding.warning(
              "answer-empty",
              where,
              "The row gives no answer here.",
              "Whoever asks gets nothing for \"%s\" when this row hits.".formatted(column.label()),
              "Fill the cell, or write null to say that nothing is meant."));
    } else if (isOfOtherType(model.baseType(column.type()), cell.text())) {
      findings.add(
          Finding.error(
              "cell-type",
              where,
              "The answer %s does not fit its column.".formatted(cell.text()),
              "The column holds values of type %s.".formatted(column.type()),
              example(column)));
    }
  }

  private static boolean isOfOtherType(String type, String value) {
    return switch (type) {
      case "string" -> FeelText.isNumber(value) || FeelText.isBoolean(value);
      case "number" -> FeelText.isString(value) || FeelText.isBoolean(value);
      case "boolean" -> FeelText.isString(value) || FeelText.isNumber(value);
      default -> false;
    };
  }

  private static String example(Column column) {
    return switch (column.type()) {
      case "string" -> "Write text in double quotes, such as \"yes\".";
      case "number" -> "Write a number without quotes, such as 100.";
      case "boolean" -> "Write true or false, without quotes.";
      default -> "Write a value of the column's type.";
    };
  }
}
