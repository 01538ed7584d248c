package dev.continuo.designer.memory;

import com.vaadin.flow.component.html.Span;

/** Words that stand back behind what they explain. */
public final class Soft {
  private Soft() {}

  public static Span words(String words) {
    Span soft = new Span(words);
    soft.addClassNames("soft", "small");
    return soft;
  }
}
