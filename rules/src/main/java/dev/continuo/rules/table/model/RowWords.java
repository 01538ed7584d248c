package dev.continuo.rules.table.model;

import dev.continuo.rules.table.model.DmnModel.Cell;
import dev.continuo.rules.table.model.DmnModel.Column;
import java.util.ArrayList;
import java.util.List;

/** Says a row without a description by its conditions. */
final class RowWords {
  private RowWords() {}

  static String of(List<Column> columns, List<Cell> tests) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < Math.min(columns.size(), tests.size()); i++) {
      var test = tests.get(i).text();
      if (!test.isEmpty() && !test.equals("-")) {
        parts.add(columns.get(i).label() + " " + test.replace("\"", ""));
      }
    }
    return parts.isEmpty() ? "Everything else" : String.join(", ", parts);
  }
}
