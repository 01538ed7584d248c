package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values, one line each. */
final class ValueRows extends Div {
  ValueRows(Map<String, ? extends @Nullable Object> values) {
    addClassName("rows");
    values.forEach(
        (name, value) -> {
          Span label = new Span(spaced(name));
          label.addClassName("row-name");
          Span words = new Span(words(value));
          words.addClassName("detail-text");
          add(label, words);
        });
  }

  /** "answerWithinHours" as "Answer within hours". */
  static String spaced(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Names and values in one line. */
  static String line(Map<String, ? extends @Nullable Object> values) {
    return values.entrySet().stream()
        .map(value -> spaced(value.getKey()) + " " + words(value.getValue()))
        .collect(Collectors.joining(" \u00b7 "));
  }

  static String words(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case Boolean flag -> flag ? "yes" : "no";
      default -> value.toString();
    };
  }
}
