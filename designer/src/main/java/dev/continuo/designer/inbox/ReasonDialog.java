package dev.continuo.designer.inbox;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a no; it may stay empty and goes on record. */
final class ReasonDialog extends Dialog {
  ReasonDialog(String title, String button, Consumer<String> given) {
    setHeaderTitle(title);
    setWidth("min(440px, calc(100vw - 32px))");
    TextArea reason = new TextArea("Reason, for the record (optional)");
    reason.setWidthFull();
    reason.setMaxLength(1_000);
    reason.focus();
    add(reason);
    Button no =
        new Button(
            button,
            click -> {
              close();
              given.accept(reason.getValue().strip());
            });
    no.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    no.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    getFooter().add(new Button("Cancel", click -> close()), no);
  }
}
