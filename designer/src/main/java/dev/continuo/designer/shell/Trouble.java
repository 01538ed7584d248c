package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What went wrong, why, and what to do; in place, never as a dialog. */
public final class Trouble extends Div {
  public Trouble(String what, String why, String fix, Component... steps) {
    addClassName("trouble");
    getElement().setAttribute("role", "alert");
    Span head = new Span(what);
    head.addClassName("trouble-what");
    Div words = new Div(head);
    if (!why.isBlank()) {
      words.add(new Paragraph(why));
    }
    if (!fix.isBlank()) {
      words.add(new Paragraph(fix));
    }
    add(Glyph.ALERT.icon(), words);
    add(steps);
  }
}
