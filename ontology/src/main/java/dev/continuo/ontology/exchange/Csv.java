package dev.continuo.ontology.exchange;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a spreadsheet (RFC 4180). A cell that a spreadsheet would take for a formula begins with
 * an apostrophe.
 */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r|%";

  private Csv() {}

  /** One row with its end. */
  public static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  static String cell(@Nullable Object value) {
    var text = Objects.toString(value, "");
    boolean number = value instanceof Number;
    var safe =
        !number
                && !text.isEmpty()
                && FORMULA.indexOf(text.stripLeading().isEmpty() ? ' ' : first(text)) >= 0
            ? "'" + text
            : text;
    return safe.matches("(?s).*[\",\r\n'].*") || !safe.equals(text)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  /** What a spreadsheet sees first: blanks in front do not count, tabs and returns do. */
  private static char first(String text) {
    char c = text.charAt(0);
    return c == '\t' || c == '\r' ? c : text.stripLeading().charAt(0);
  }
}
