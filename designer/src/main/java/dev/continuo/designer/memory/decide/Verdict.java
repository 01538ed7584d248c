package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** A yes and a no with one reason for either; what is pressed gets the reason. */
final class Verdict extends Div {
  private final TextField why = new TextField();

  Verdict(String about, String yes, Consumer<String> onYes, String no, Consumer<String> onNo) {
    addClassName("verdict");
    Button take = new Button(yes, click -> onYes.accept(why.getValue().strip()));
    take.addThemeVariants(ButtonVariant.PRIMARY);
    take.setAriaLabel(yes + ": " + about);
    Button leave = new Button(no, click -> onNo.accept(why.getValue().strip()));
    leave.setAriaLabel(no + ": " + about);
    why.setPlaceholder("Reason, for the record (optional)");
    why.setAriaLabel("Reason about " + about);
    why.setMaxLength(500);
    add(take, leave, why);
  }
}
