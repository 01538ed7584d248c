package dev.continuo.rules.sheet;

import java.util.List;

/**
 * One sheet as text.
 *
 * @param name of the sheet, or of the file where it has one sheet only
 * @param rows cells by row and column, both from 0; rows may differ in length
 */
public record Grid(String name, List<List<String>> rows) {
  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The cell's text without the space around it; empty where there is none. */
  public String at(int row, int column) {
    return row >= 0 && row < rows.size() && column >= 0 && column < rows.get(row).size()
        ? rows.get(row).get(column).strip()
        : "";
  }

  /** The cell's text as it is. */
  String exact(int row, int column) {
    return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
  }

  int width(int row) {
    return row < rows.size() ? rows.get(row).size() : 0;
  }

  boolean blank(int row) {
    return row >= rows.size() || rows.get(row).stream().allMatch(String::isBlank);
  }
}
