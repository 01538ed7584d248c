package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One of two sides that are looked at together. */
final class Side extends Div {
  Side(String title, Component... parts) {
    addClassName("side");
    Span name = new Span(title);
    name.addClassNames("row-name");
    add(name);
    add(parts);
  }

  static Div both(Side left, Side right) {
    Div both = new Div(left, right);
    both.addClassName("sides");
    return both;
  }
}
