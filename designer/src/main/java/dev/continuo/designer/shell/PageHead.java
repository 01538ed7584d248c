package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The head of a page: its name, one line about it, and its actions at the right. */
public final class PageHead extends Div {
  private final H1 title = new H1();
  private final Span line = new Span();

  public PageHead(String title, String line, Component... actions) {
    addClassName("page-head");
    this.title.setText(title);
    this.line.setText(line);
    this.line.addClassName("soft");
    Div words = new Div(this.title, this.line);
    words.addClassName("page-head-words");
    Div doing = new Div(actions);
    doing.addClassName("actions");
    add(words, doing);
  }

  public void setTitle(String words) {
    title.setText(words);
  }

  public void setLine(String words) {
    line.setText(words);
  }
}
