package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;

/** Details at the right edge: a click never loses the place. Escape closes it. */
public final class Drawer extends Aside {
  private final H2 title = new H2();
  private final Div body = new Div();

  public Drawer() {
    addClassName("drawer");
    body.addClassName("drawer-body");
    Button close = new Button(Glyph.CLOSE.icon(), click -> close());
    close.addThemeVariants(ButtonVariant.TERTIARY);
    close.setAriaLabel("Close");
    add(new Header(title, close), body);
    Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE);
    setVisible(false);
  }

  /** Shows details under a title. */
  public void show(String words, Component... details) {
    title.setText(words);
    body.removeAll();
    body.add(details);
    setVisible(true);
  }

  public void close() {
    setVisible(false);
  }
}
