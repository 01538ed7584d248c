package dev.continuo.designer.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;

/** Search and jump, from the keyboard: Ctrl+K opens it, arrows move, Enter goes. */
class Palette extends Dialog {
  private static final int LIMIT = 6;

  private final List<PaletteSource> sources;
  private final TextField text = new TextField();
  private final Div hits = new Div();
  private List<PaletteItem> found = List.of();
  private int at;

  Palette(List<PaletteSource> sources) {
    this.sources = sources;
    addClassName("palette");
    setAriaLabel("Search");
    setTop("12vh");
    setWidth("min(560px, calc(100vw - 32px))");
    text.setPlaceholder("Search pages, clients, runs, cards");
    text.setAriaLabel("Search");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(120);
    text.addValueChangeListener(change -> search());
    text.setWidthFull();
    text.setAutofocus(true);
    hits.addClassName("palette-hits");
    hits.getElement().setAttribute("role", "listbox");
    add(text, hits);
    Shortcuts.addShortcutListener(this, () -> move(1), Key.ARROW_DOWN).listenOn(this);
    Shortcuts.addShortcutListener(this, () -> move(-1), Key.ARROW_UP).listenOn(this);
    Shortcuts.addShortcutListener(this, () -> go(), Key.ENTER).listenOn(this);
  }

  void show() {
    text.clear();
    search();
    open();
    text.focus();
  }

  private void search() {
    String typed = text.getValue().strip();
    List<PaletteItem> all = new ArrayList<>();
    for (PaletteSource source : sources) {
      all.addAll(source.find(typed, LIMIT));
    }
    found = all;
    at = 0;
    render();
  }

  private void move(int by) {
    if (!found.isEmpty()) {
      at = Math.floorMod(at + by, found.size());
      render();
    }
  }

  private void go() {
    if (at < found.size()) {
      go(found.get(at));
    }
  }

  private void go(PaletteItem item) {
    getUI().ifPresent(ui -> ui.navigate(item.path()));
    close();
  }

  private void render() {
    hits.removeAll();
    if (found.isEmpty()) {
      Div none = new Div("Nothing fits. Try a name, a page or a word of a subject.");
      none.addClassName("soft");
      hits.add(none);
    }
    for (int i = 0; i < found.size(); i++) {
      hits.add(row(found.get(i), i == at));
    }
  }

  private Div row(PaletteItem item, boolean here) {
    Span group = new Span(item.group());
    group.addClassName("palette-group");
    Span title = new Span(item.title());
    Span detail = new Span(item.detail());
    detail.addClassName("soft");
    Div row = new Div(group, title, detail);
    row.addClassName("palette-row");
    row.setClassName("here", here);
    row.getElement().setAttribute("role", "option");
    row.getElement().setAttribute("aria-selected", String.valueOf(here));
    row.addClickListener(click -> go(item));
    return row;
  }
}
