package dev.continuo.designer.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.setting.SettingsRefused;

/** The foot of a panel: a save button and, beside it, what became of the last try. */
final class Saved extends Div {
  private final Span outcome = new Span();

  Saved(Runnable save) {
    addClassName("save");
    Button button = new Button("Save", click -> attempt(save));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    outcome.getElement().setAttribute("role", "status");
    add(button, outcome);
  }

  private void attempt(Runnable save) {
    try {
      save.run();
      outcome.setClassName("good");
      outcome.setText("Saved");
    } catch (SettingsRefused refused) {
      outcome.setClassName("problem");
      outcome.setText(String.join(" ", refused.findings()));
    } catch (IllegalArgumentException outOfBounds) {
      outcome.setClassName("problem");
      outcome.setText(String.valueOf(outOfBounds.getMessage()));
    }
  }
}
