package dev.continuo.rules.trial;

import org.jspecify.annotations.Nullable;

/** One output that is not as a test expects it. */
public record Difference(String output, @Nullable Object expected, @Nullable Object actual) {

  /** Such as {@code fit is 20, expected 30}. */
  public String words() {
    return "%s is %s, expected %s".formatted(output, shown(actual), shown(expected));
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> '"' + text + '"';
      default -> value.toString();
    };
  }
}
