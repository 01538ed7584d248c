package dev.continuo.rules.table.model;

import java.util.Map;

/** Names of FEEL's types: the standard's, and what editors and older versions write instead. */
final class FeelTypes {
  private static final Map<String, String> ALIASES =
      Map.of(
          "dateTime", "date and time",
          "dayTimeDuration", "days and time duration",
          "yearMonthDuration", "years and months duration");

  private FeelTypes() {}

  static String canonical(String type) {
    var name = type.strip();
    if (name.isEmpty()) {
      return "Any";
    }
    if (name.startsWith("feel:")) {
      name = name.substring("feel:".length());
    }
    return ALIASES.getOrDefault(name, name);
  }
}
