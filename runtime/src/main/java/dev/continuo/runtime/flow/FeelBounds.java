package dev.continuo.runtime.flow;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A conservative test that a FEEL expression of a process ends quickly whatever the data are. It
 * refuses iteration, ranges used as lists, functions of one's own and functions over regular
 * expressions; comparisons, arithmetic, paths and list literals pass.
 *
 * <p>Why so strict: the engine evaluates expressions on the thread of its only partition.
 */
final class FeelBounds {
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 20;
  private static final Pattern STRINGS = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");
  private static final Pattern ITERATION =
      Pattern.compile("\\b(for|some|every|function)\\b|\\.\\.");
  private static final Pattern REGEX_FUNCTIONS =
      Pattern.compile("\\b(matches|replace|split|extract)\\s*\\(");

  private FeelBounds() {}

  /** What is wrong with the expression, as the end of a sentence; empty when it is bounded. */
  static Optional<String> check(String expression) {
    if (expression.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    String code = STRINGS.matcher(expression).replaceAll("\"\"");
    if (ITERATION.matcher(code).find()) {
      return Optional.of("iterates (for, some, every, a range or a function)");
    }
    if (REGEX_FUNCTIONS.matcher(code).find()) {
      return Optional.of("uses a regular expression");
    }
    int depth = 0;
    for (char c : code.toCharArray()) {
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
      if (depth > DEEPEST) {
        return Optional.of("is nested deeper than " + DEEPEST + " levels");
      }
    }
    return Optional.empty();
  }
}
