package dev.continuo.runtime.agent.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the table <em>Dunning</em> answered: the process variable {@code dunning}.
 *
 * @param step what is to be done, the table's word
 * @param days until it is looked at again; empty where the table does not say
 * @param rules the rows that hit, in words
 */
record Dunning(String step, String days, String reason, List<String> rules) {
  static final String VARIABLE = "dunning";

  Dunning {
    rules = List.copyOf(rules);
  }

  static Dunning of(Map<String, Object> variables) {
    Map<?, ?> given = variables.get(VARIABLE) instanceof Map<?, ?> map ? map : Map.of();
    return new Dunning(
        Objects.toString(given.get("step"), "remind"),
        Objects.toString(given.get("nextInDays"), ""),
        Objects.toString(given.get("reason"), ""),
        rules(given));
  }

  private static List<String> rules(Map<?, ?> given) {
    List<String> rules = new ArrayList<>();
    if (given.get("rows") instanceof List<?> rows) {
      for (Object row : rows) {
        if (row instanceof Map<?, ?> hit) {
          rules.add(
              "%s v%s, row %s: %s"
                  .formatted(
                      given.get("title"),
                      given.get("version"),
                      hit.get("number"),
                      hit.get("words")));
        }
      }
    }
    return rules;
  }

  /** The template of this step: "payment-firm-reminder". */
  String template() {
    return "payment-" + step.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
