package dev.continuo.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people write into cells, as FEEL. An empty result means that the text is not understood as a
 * value of the type.
 */
final class CellWords {
  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
  private static final Pattern PLAIN_NUMBER = Pattern.compile(NUMBER);
  private static final Pattern PLAIN_DATE = Pattern.compile(DATE);
  private static final Pattern COMPARED =
      Pattern.compile("(<=|>=|=<|=>|<|>|≤|≥|==|=|<>|!=|≠)\\s*(.+)");
  private static final Pattern RANGE =
      Pattern.compile(
          "([\\[(\\]]?)\\s*(%1$s|%2$s)\\s*(?:\\.\\.|…|–| to | - |-|;)\\s*(%1$s|%2$s)\\s*([\\])\\[]?)"
              .formatted(DATE, NUMBER));
  private static final Pattern WORDED =
      Pattern.compile(
          "(?i)(up to|at most|below|under|less than|from|at least|above|over|more than)\\s+(.+)");
  private static final Pattern NOT = Pattern.compile("(?i)not\\s+(.+)");

  private CellWords() {}

  static boolean isAny(String text) {
    return text.isEmpty()
        || text.equals("-")
        || text.equals("*")
        || text.equalsIgnoreCase("any")
        || text.equalsIgnoreCase("all");
  }

  /**
   * The type that all of a column's conditions or answers have: number, boolean, date or string.
   */
  static String typeOf(List<String> cells, boolean conditions) {
    var said = cells.stream().filter(cell -> !isAny(cell)).toList();
    for (var type : List.of("boolean", "number", "date")) {
      if (!said.isEmpty()
          && said.stream()
              .allMatch(
                  cell -> (conditions ? condition(cell, type) : literal(cell, type)).isPresent())) {
        return type;
      }
    }
    return "string";
  }

  static Optional<String> condition(String text, String type) {
    if (isAny(text)) {
      return Optional.of("-");
    }
    if (isQuoted(text)) {
      return type.equals("string") ? Optional.of(text) : Optional.empty();
    }
    var range = RANGE.matcher(text);
    if (range.matches() && !type.equals("string") && !type.equals("boolean")) {
      return range(range.group(1), range.group(2), range.group(3), range.group(4), type);
    }
    var compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return compared(compared.group(1), compared.group(2).strip(), type);
    }
    var worded = WORDED.matcher(text);
    if (worded.matches() && !type.equals("string")) {
      return compared(sign(worded.group(1)), worded.group(2).strip(), type);
    }
    var not = NOT.matcher(text);
    if (not.matches()) {
      return compared("!=", not.group(1).strip(), type);
    }
    return list(text, type);
  }

  /** A value as an answer, or as what something is compared with. */
  static Optional<String> literal(String text, String type) {
    return switch (type) {
      case "number" -> PLAIN_NUMBER.matcher(text).matches() ? Optional.of(text) : Optional.empty();
      case "boolean" ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y" -> Optional.of("true");
            case "false", "no", "n" -> Optional.of("false");
            default -> Optional.empty();
          };
      case "date" ->
          PLAIN_DATE.matcher(text).matches()
              ? Optional.of("date(\"" + text + "\")")
              : Optional.empty();
      default -> Optional.of(isQuoted(text) ? text : quoted(text));
    };
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static boolean isQuoted(String text) {
    return text.matches("\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*");
  }

  private static Optional<String> range(
      String open, String from, String to, String close, String type) {
    var low = literal(from, type);
    var high = literal(to, type);
    return low.isEmpty() || high.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (open.equals("(") || open.equals("]") ? "(" : "[")
                + low.get()
                + ".."
                + high.get()
                + (close.equals(")") || close.equals("[") ? ")" : "]"));
  }

  static Optional<String> compared(String sign, String value, String type) {
    var literal = literal(value, type);
    return switch (sign) {
      case "=", "==" -> literal;
      case "<>", "!=", "≠" -> literal.map(l -> "not(" + l + ")");
      default ->
          type.equals("string") || type.equals("boolean")
              ? Optional.empty()
              : literal.map(l -> ordered(sign) + " " + l);
    };
  }

  private static String ordered(String sign) {
    return switch (sign) {
      case "=<", "≤" -> "<=";
      case "=>", "≥" -> ">=";
      default -> sign;
    };
  }

  private static String sign(String words) {
    return switch (words.toLowerCase(Locale.ROOT)) {
      case "up to", "at most" -> "<=";
      case "below", "under", "less than" -> "<";
      case "from", "at least" -> ">=";
      default -> ">";
    };
  }

  private static Optional<String> list(String text, String type) {
    var parts = new ArrayList<String>();
    for (var part : text.split(",")) {
      var literal = literal(part.strip(), type);
      if (literal.isEmpty() || part.isBlank()) {
        return text.contains(",") && type.equals("string")
            ? Optional.of(quoted(text))
            : Optional.empty();
      }
      parts.add(literal.get());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}
