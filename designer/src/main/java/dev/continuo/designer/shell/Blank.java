package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: what will be here, and the first step. */
public final class Blank extends Div {
  public Blank(Glyph glyph, String title, String words, Component... steps) {
    addClassName("blank");
    Div sign = new Div(glyph.icon());
    sign.addClassName("blank-sign");
    add(sign, new H2(title), new Paragraph(words));
    add(steps);
  }
}
