package dev.continuo.runtime.agent.invoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A reminder as drafted: the process variable {@code reminder}.
 *
 * @param notes what the reader of the card should know
 */
record PaymentReminder(String subject, String text, List<String> notes) {
  static final String VARIABLE = "reminder";

  PaymentReminder {
    notes = List.copyOf(notes);
  }

  static PaymentReminder of(Map<String, Object> variables) {
    Map<?, ?> given = variables.get(VARIABLE) instanceof Map<?, ?> map ? map : Map.of();
    List<String> notes =
        given.get("notes") instanceof List<?> many
            ? many.stream().map(Objects::toString).toList()
            : List.of();
    return new PaymentReminder(
        Objects.toString(given.get("subject"), ""), Objects.toString(given.get("text"), ""), notes);
  }

  Map<String, Object> variable() {
    Map<String, Object> variable = new LinkedHashMap<>();
    variable.put("subject", subject);
    variable.put("text", text);
    variable.put("notes", notes);
    return variable;
  }
}
