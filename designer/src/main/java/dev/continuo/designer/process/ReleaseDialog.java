package dev.continuo.designer.process;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.FlowRefused;
import java.util.function.Consumer;

/** Asks why, releases, and shows all that stands against it. */
final class ReleaseDialog extends Dialog {
  private final TextArea why = new TextArea("Why (for the record)");
  private final Div problems = new Div();
  private final Consumer<String> release;

  ReleaseDialog(int version, Consumer<String> release) {
    this.release = release;
    setHeaderTitle("Release version " + version);
    setWidth("min(560px, calc(100vw - 32px))");
    why.setWidthFull();
    why.setMaxLength(1_000);
    why.setPlaceholder("Ask twice before a reminder goes out");
    why.focus();
    problems.addClassName("refusals");
    Div body =
        new Div(
            new Paragraph(
                "New runs follow it from now on. Runs that have begun keep the version they began"
                    + " with."),
            why,
            problems);
    body.addClassName("dialog-fields");
    add(body);
    Button go = new Button("Release", click -> give());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    go.setDisableOnClick(true);
    go.addClickListener(click -> go.setEnabled(true));
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private void give() {
    problems.removeAll();
    try {
      release.accept(why.getValue().strip());
      close();
    } catch (FlowRefused refused) {
      problems.add(new ProblemList(refused.findings()));
    } catch (EngineTrouble trouble) {
      problems.add(
          new Trouble(
              "It was not released.",
              String.valueOf(trouble.getMessage()),
              "Your draft is safe. Release it again when the dot at the top is green."));
    }
  }
}
