package dev.continuo.rules.table.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** FEEL seen as text: enough to tell literals, names and calls apart without a parser. */
final class FeelText {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?|-?\\.\\d+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private FeelText() {}

  static boolean isString(String feel) {
    return STRING.matcher(feel).matches();
  }

  static boolean isNumber(String feel) {
    return NUMBER.matcher(feel).matches();
  }

  static boolean isBoolean(String feel) {
    return feel.equals("true") || feel.equals("false");
  }

  static boolean isName(String feel) {
    return NAME.matcher(feel).matches()
        && !isBoolean(feel)
        && !feel.equals("null")
        && !feel.equals("undefined");
  }

  /** Splits at commas outside of quotes and brackets. */
  static List<String> list(String feel) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    int i = 0;
    while (i < feel.length()) {
      char c = feel.charAt(i);
      if (c == '"') {
        i = endOfString(feel, i);
        continue;
      }
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth <= 0) {
        add(parts, feel.substring(from, i));
        from = i + 1;
      }
      i++;
    }
    add(parts, feel.substring(from));
    return parts;
  }

  /**
   * The text with its string literals emptied and its comments gone: what is left is code. One pass
   * from the left, as the language's own lexer goes, so that a quote inside a comment hides
   * nothing.
   */
  static String code(String feel) {
    var code = new StringBuilder(feel.length());
    int i = 0;
    while (i < feel.length()) {
      if (feel.charAt(i) == '"') {
        i = endOfString(feel, i);
        code.append("\"\"");
      } else if (feel.startsWith("//", i)) {
        i = after(feel, "\n", i + 2);
        code.append(' ');
      } else if (feel.startsWith("/*", i)) {
        i = after(feel, "*/", i + 2);
        code.append(' ');
      } else {
        code.append(feel.charAt(i++));
      }
    }
    return code.toString();
  }

  private static int endOfString(String feel, int start) {
    for (int i = start + 1; i < feel.length(); i++) {
      if (feel.charAt(i) == '\\') {
        i++;
      } else if (feel.charAt(i) == '"') {
        return i + 1;
      }
    }
    return feel.length();
  }

  private static int after(String feel, String mark, int from) {
    int at = feel.indexOf(mark, from);
    return at < 0 ? feel.length() : at + mark.length();
  }

  /** How deep brackets nest at most. */
  static int depth(String code) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < code.length(); i++) {
      switch (code.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }
}
