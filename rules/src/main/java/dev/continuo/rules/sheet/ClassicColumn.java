package dev.continuo.rules.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of the classic layout that maps: a comparison of a field, or the setting of one.
 *
 * @param condition whether it is compared rather than set
 * @param place where it stands in the sheet
 * @param sign the comparison; {@code ..} for a range of two values, empty for a setting
 * @param type FEEL type of its values
 */
record ClassicColumn(
    boolean condition, int place, String field, String label, String sign, String type) {
  private static final String PARAM = "\"?(?:\\$param|\\$1|\\$\\{?value\\}?)\"?";
  private static final Pattern FIELD = Pattern.compile("([A-Za-z_][\\w.]*)");
  private static final Pattern COMPARED =
      Pattern.compile("([A-Za-z_][\\w.]*)\\s*(==|!=|<=|>=|<|>)\\s*" + PARAM);
  private static final Pattern TRAILING =
      Pattern.compile("([A-Za-z_][\\w.]*)\\s*(==|!=|<=|>=|<|>)");
  private static final Pattern AMONG =
      Pattern.compile("([A-Za-z_][\\w.]*)\\s+in\\s*\\(\\s*" + PARAM + "\\s*\\)");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "([A-Za-z_][\\w.]*)\\s*>=\\s*\\$1\\s*(?:,|&&)\\s*([A-Za-z_][\\w.]*)\\s*<=\\s*\\$2");
  private static final Pattern SETTER =
      Pattern.compile(
          "(?:modify\\s*\\(\\s*\\$?\\w+\\s*\\)\\s*\\{\\s*)?(?:\\$?\\w+\\s*\\.\\s*)?set([A-Z]\\w*)\\s*\\(\\s*"
              + PARAM
              + "\\s*\\)\\s*;?\\s*(?:\\}\\s*;?)?");
  private static final Pattern ASSIGNED =
      Pattern.compile("(?:\\$?\\w+\\s*\\.\\s*)?([A-Za-z_]\\w*)\\s*=\\s*" + PARAM + "\\s*;?");

  static Optional<ClassicColumn> of(
      boolean condition, int place, String code, String label, List<String> cells) {
    return condition
        ? condition(place, code.strip(), label, cells)
        : action(place, code.strip(), label, cells);
  }

  private static Optional<ClassicColumn> condition(
      int place, String code, String label, List<String> cells) {
    var between = BETWEEN.matcher(code);
    if (between.matches() && between.group(1).equals(between.group(2))) {
      return Optional.of(column(true, place, between.group(1), label, "..", "number"));
    }
    var among = AMONG.matcher(code);
    if (among.matches()) {
      return Optional.of(typed(true, place, among.group(1), label, "in", code, cells));
    }
    for (var pattern : List.of(COMPARED, TRAILING)) {
      var compared = pattern.matcher(code);
      if (compared.matches()) {
        return Optional.of(
            typed(true, place, compared.group(1), label, compared.group(2), code, cells));
      }
    }
    return FIELD.matcher(code).matches()
        ? Optional.of(typed(true, place, code, label, "==", code, cells))
        : Optional.empty();
  }

  private static Optional<ClassicColumn> action(
      int place, String code, String label, List<String> cells) {
    for (var pattern : List.of(SETTER, ASSIGNED)) {
      Matcher set = pattern.matcher(code);
      if (set.matches()) {
        return Optional.of(typed(false, place, set.group(1), label, "", code, cells));
      }
    }
    return Optional.empty();
  }

  private static ClassicColumn typed(
      boolean condition,
      int place,
      String field,
      String label,
      String sign,
      String code,
      List<String> cells) {
    var plain = cells.stream().map(ClassicColumn::unquoted).toList();
    boolean quoted = code.contains("\"") || cells.stream().anyMatch(CellWords::isQuoted);
    return column(
        condition,
        place,
        field,
        label,
        sign,
        quoted ? "string" : CellWords.typeOf(sign.equals("in") ? split(plain) : plain, false));
  }

  private static ClassicColumn column(
      boolean condition, int place, String field, String label, String sign, String type) {
    var name = field.substring(field.lastIndexOf('.') + 1);
    return new ClassicColumn(condition, place, name, label.isEmpty() ? name : label, sign, type);
  }

  /** The cell as FEEL; empty when it is no value of the column's type. */
  Optional<String> feel(String text) {
    if (text.isEmpty()) {
      return Optional.of(condition ? "-" : "null");
    }
    if (!condition) {
      return CellWords.literal(text, type);
    }
    return switch (sign) {
      case ".." -> {
        var parts = text.split("\\s*,\\s*");
        yield parts.length == 2
            ? CellWords.condition("[" + parts[0] + ".." + parts[1] + "]", type)
            : Optional.empty();
      }
      case "in" -> CellWords.condition(text, type);
      default -> CellWords.compared(sign, text, type);
    };
  }

  private static List<String> split(List<String> cells) {
    return cells.stream()
        .flatMap(cell -> List.of(cell.split("\\s*,\\s*")).stream())
        .map(ClassicColumn::unquoted)
        .toList();
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
