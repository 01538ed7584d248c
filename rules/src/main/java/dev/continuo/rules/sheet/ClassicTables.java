package dev.continuo.rules.sheet;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The layout of Drools' own spreadsheets: {@code RuleSet} with its settings, then {@code RuleTable}
 * with a line each for the columns' kinds, the object types, the code and the titles. What is plain
 * comparison and plain assignment maps; everything else is named and left out.
 */
final class ClassicTables {
  private final Grid grid;
  private final List<Finding> findings;

  ClassicTables(Grid grid, List<Finding> findings) {
    this.grid = grid;
    this.findings = findings;
  }

  static boolean fits(Grid grid) {
    for (int row = 0; row < Math.min(grid.rows().size(), 200); row++) {
      for (int column = 0; column < grid.width(row); column++) {
        if (isTableMark(grid.at(row, column))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTableMark(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("ruletable");
  }

  List<NewTable> tables() {
    var tables = new ArrayList<NewTable>();
    for (int row = 0; row < grid.rows().size(); row++) {
      int mark = mark(row);
      if (mark >= 0) {
        int end = end(row + 5, mark);
        tables.add(table(row, mark, end));
        row = end - 1;
      } else if (tables.isEmpty()) {
        setting(row);
      }
    }
    return tables;
  }

  private int mark(int row) {
    for (int column = 0; column < grid.width(row); column++) {
      if (isTableMark(grid.at(row, column))) {
        return column;
      }
    }
    return -1;
  }

  /** The table ends at the first line that is empty from its first column on. */
  private int end(int from, int firstColumn) {
    int row = from;
    while (row < grid.rows().size() && mark(row) < 0 && !blankFrom(row, firstColumn)) {
      row++;
    }
    return row;
  }

  private boolean blankFrom(int row, int firstColumn) {
    for (int column = firstColumn; column < grid.width(row); column++) {
      if (!grid.at(row, column).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void setting(int row) {
    for (int column = 0; column < grid.width(row); column++) {
      var key = grid.at(row, column);
      switch (key.toLowerCase(Locale.ROOT).replaceAll("[\\s:]", "")) {
        case "" -> {}
        case "ruleset", "notes" -> {
          return; // A package name and words for people: nothing to carry over.
        }
        default -> {
          leftOut(
              "setting-not-mapped",
              row + 1,
              null,
              "\"%s\" was left out.".formatted(key),
              "It sets up Java code, which tables here do not run.");
          return;
        }
      }
    }
  }

  private NewTable table(int mark, int first, int end) {
    var title = grid.at(mark, first).substring("RuleTable".length()).strip();
    if (title.isEmpty()) {
      title = grid.at(mark, first + 1);
    }
    var table = new NewTable(title.isEmpty() ? grid.name() : title, "UNIQUE");
    var columns = new ArrayList<ClassicColumn>();
    for (int place = first; place < grid.width(mark + 1); place++) {
      column(mark, place, end, columns);
    }
    columns.sort((one, other) -> Boolean.compare(other.condition(), one.condition()));
    columns.forEach(c -> table.column(c.condition(), c.label(), c.field(), c.type()));
    int names = place(mark, first, "NAME");
    int words = place(mark, first, "DESCRIPTION");
    for (int row = mark + 5; row < end; row++) {
      var said = words >= 0 ? grid.at(row, words) : names >= 0 ? grid.at(row, names) : "";
      table.row(said, cells(columns, row, true), cells(columns, row, false));
    }
    findings.add(
        Finding.warning(
            "hit-policy-assumed",
            Place.table(table.name()),
            "One row at most may fit.",
            "In the sheet every row that fits acts, one after the other; here rows that fit at the"
                + " same time are named as overlaps instead.",
            "Choose FIRST, or RULE ORDER to gather all answers, in the table's top left corner."));
    return table;
  }

  private int place(int mark, int first, String kind) {
    for (int place = first; place < grid.width(mark + 1); place++) {
      if (grid.at(mark + 1, place).equalsIgnoreCase(kind)) {
        return place;
      }
    }
    return -1;
  }

  private void column(int mark, int place, int end, List<ClassicColumn> columns) {
    var kind = grid.at(mark + 1, place).toUpperCase(Locale.ROOT);
    var code = grid.at(mark + 3, place);
    var label = grid.at(mark + 4, place);
    switch (kind) {
      case "", "NAME", "N", "DESCRIPTION", "I" -> {}
      case "CONDITION", "C", "ACTION", "A" -> {
        var column =
            ClassicColumn.of(kind.startsWith("C"), place, code, label, texts(mark + 5, end, place));
        if (column.isPresent()) {
          columns.add(column.get());
        } else {
          leftOut(
              "column-not-mapped",
              mark + 4,
              label.isEmpty() ? "column " + (place + 1) : label,
              "The column was left out: %s".formatted(code.isEmpty() ? "it has no code." : code),
              "It is more than a comparison of a field or the setting of one.");
        }
      }
      default ->
          leftOut(
              "column-not-mapped",
              mark + 2,
              kind,
              "The column %s was left out.".formatted(kind),
              "It steers the order in which Drools fires rules; rows here stand in their order.");
    }
  }

  private List<String> texts(int from, int end, int place) {
    var texts = new ArrayList<String>();
    for (int row = from; row < end; row++) {
      texts.add(grid.at(row, place));
    }
    return texts;
  }

  private List<String> cells(List<ClassicColumn> columns, int row, boolean conditions) {
    var cells = new ArrayList<String>();
    for (var column : columns) {
      if (column.condition() == conditions) {
        var text = grid.at(row, column.place());
        cells.add(
            column
                .feel(text)
                .orElseGet(
                    () -> {
                      leftOut(
                          "cell-not-mapped",
                          row + 1,
                          column.label(),
                          "\"%s\" was taken as text.".formatted(text),
                          "It is no value that the column could compare or set.");
                      return CellWords.quoted(text);
                    }));
      }
    }
    return cells;
  }

  private void leftOut(String code, int row, @Nullable String column, String what, String why) {
    findings.add(
        Finding.warning(
            code,
            new Place(grid.name(), row, column, null),
            what,
            why,
            "Say it in the table, or in a step of the process."));
  }
}
