package dev.continuo.designer.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.designer.people.AccessToken;
import dev.continuo.designer.people.Tokens;
import dev.continuo.designer.shell.Moments;
import java.time.Instant;

/** The personal access tokens of the API. */
final class TokenPanel extends Div {
  private final Tokens tokens;
  private final TextField name = new TextField();
  private final Div fresh = new Div();
  private final Div list = new Div();

  TokenPanel(Tokens tokens) {
    this.tokens = tokens;
    addClassName("panel");
    Paragraph words = new Paragraph("Programs open the API with a token instead of your password.");
    words.addClassName("soft");
    name.setPlaceholder("What it is for, as in: website form");
    name.setAriaLabel("Name of the new token");
    name.setMaxLength(80);
    Button create = new Button("Create token", click -> create());
    Div row = new Div(name, create);
    row.addClassName("token-new");
    fresh.addClassName("token-fresh");
    fresh.setVisible(false);
    list.addClassName("lines");
    add(new H2("Access tokens"), words, list, fresh, row);
    refresh();
  }

  private void create() {
    String token = tokens.create(name.getValue());
    TextField shown = new TextField("Copy it now. It is not shown again.");
    shown.setValue(token);
    shown.setReadOnly(true);
    shown.setWidthFull();
    shown.addClassName("mono");
    Button copy =
        new Button(
            "Copy",
            click ->
                click
                    .getSource()
                    .getElement()
                    .executeJs("navigator.clipboard.writeText($0)", token));
    fresh.removeAll();
    fresh.add(shown, copy);
    fresh.setVisible(true);
    name.clear();
    refresh();
  }

  private void refresh() {
    list.removeAll();
    var all = tokens.list();
    if (all.isEmpty()) {
      Span none = new Span("No token yet.");
      none.addClassName("soft");
      list.add(none);
    }
    all.forEach(token -> list.add(line(token)));
  }

  private Div line(AccessToken token) {
    Span title = new Span(token.name());
    title.addClassName("strong");
    Instant used = token.lastUsedAt();
    Span when = new Span(used == null ? "never used" : "last used " + Moments.ago(used));
    when.addClassName("soft");
    Button revoke = new Button("Revoke", click -> ask(token));
    revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    revoke.setAriaLabel("Revoke " + token.name());
    Div words = new Div(title, when);
    words.addClassName("line-words");
    Div line = new Div(words, revoke);
    line.addClassName("line");
    return line;
  }

  private void ask(AccessToken token) {
    ConfirmDialog ask = new ConfirmDialog();
    ask.setHeader("Revoke '" + token.name() + "'?");
    ask.setText("Programs that use it are shut out at once. This cannot be undone.");
    ask.setCancelable(true);
    ask.setConfirmText("Revoke");
    ask.setConfirmButtonTheme("error primary");
    ask.addConfirmListener(
        confirm -> {
          tokens.revoke(token.id());
          fresh.setVisible(false);
          refresh();
        });
    ask.open();
  }
}
