package dev.continuo.runtime.approval;

import java.util.Locale;

/** How soon a card wants its person. */
public enum Severity {
  /** At once, whatever the hour. */
  NOW,
  /** Before the working day is over. */
  WORKING_HOURS,
  /** With others, when there is time. */
  DIGEST;

  private static final String FORMER_WORD = "today";

  /**
   * The severity that a table or a stored card means; one that is not understood can wait no longer
   * than the working day. Tables of before say "today" for working hours.
   */
  static Severity of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "now" -> NOW;
      case "digest" -> DIGEST;
      default -> WORKING_HOURS;
    };
  }

  /**
   * What a table calls it.
   *
   * @param tableXml the table that is asked: one of before knows the former word only
   */
  String word(String tableXml) {
    if (this != WORKING_HOURS) {
      return name().toLowerCase(Locale.ROOT);
    }
    String word = "working hours";
    return tableXml.contains('"' + FORMER_WORD + '"') && !tableXml.contains('"' + word + '"')
        ? FORMER_WORD
        : word;
  }
}
