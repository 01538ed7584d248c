package dev.continuo.rules.table;

import org.jspecify.annotations.Nullable;

/**
 * Where in a model something is, as the owner sees it.
 *
 * @param table name of the model or of the decision
 * @param row number of the row from 1, or null when the whole table is meant
 * @param column label of the column, or null when no single column is meant
 * @param elementId id of the model's element, so that an editor can go there
 */
public record Place(
    String table, @Nullable Integer row, @Nullable String column, @Nullable String elementId) {

  /** The table as a whole. */
  public static Place table(String table) {
    return new Place(table, null, null, null);
  }

  /** Such as {@code Lead qualification, row 3, column "Amount"}. */
  public String words() {
    var words = new StringBuilder(table);
    if (row != null) {
      words.append(", row ").append(row);
    }
    if (column != null) {
      words.append(", column \"").append(column).append('"');
    }
    return words.toString();
  }
}
