package dev.continuo.designer.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Which letter does what, as a quiet line. */
final class KeyHints extends Div {
  private static final String[][] KEYS = {
    {"j k", "move"},
    {"a", "approve"},
    {"e", "edit"},
    {"r", "reject"},
    {"s", "later"},
    {"x", "mark"},
    {"/", "search"}
  };

  KeyHints() {
    addClassName("keys");
    for (String[] one : KEYS) {
      Span key = new Span(one[0]);
      key.addClassName("kbd");
      add(new Span(key, new Span(one[1])));
    }
  }
}
