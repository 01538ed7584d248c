package dev.continuo.designer.memory.graph;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.vocabulary.ValueType;
import java.time.Instant;

/** Correct or retract a fact that is believed, with a reason; the old one stays in its history. */
final class FactDeeds extends Div {
  private final Hand hand;
  private final Fact fact;
  private final Runnable changed;
  private final TextField value = new TextField("What it should say");
  private final TextField why = new TextField("Why");
  private final Div form = new Div();

  FactDeeds(Hand hand, Fact fact, Runnable changed) {
    this.hand = hand;
    this.fact = fact;
    this.changed = changed;
    addClassName("fact-deeds");
    form.addClassName("fact-deeds-form");
    form.setVisible(false);
    value.setMaxLength(2_000);
    why.setMaxLength(1_000);
    why.setHelperText("Becomes the source of the change");
    Button correct = new Button("Correct", click -> ask(true));
    correct.addThemeVariants(ButtonVariant.TERTIARY);
    correct.setVisible(fact.value().type() != ValueType.REF);
    Button retract = new Button("Retract", click -> ask(false));
    retract.addThemeVariants(ButtonVariant.TERTIARY);
    Div offered = new Div(correct, retract);
    offered.addClassName("actions");
    add(offered, form);
  }

  private void ask(boolean correct) {
    form.removeAll();
    form.setVisible(true);
    Button go = new Button(correct ? "Correct it" : "Retract it", click -> act(correct));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    if (correct) {
      value.setValue(fact.value().words());
      value.setHelperText(form(fact.value().type()));
      form.add(value);
    }
    form.add(why, go);
    (correct ? value : why).focus();
  }

  private void act(boolean correct) {
    String reason = why.getValue().strip();
    why.setInvalid(reason.isEmpty());
    if (reason.isEmpty()) {
      why.setErrorMessage("Say in a few words why; it stands beside the change.");
      return;
    }
    String key = Hand.key(correct ? "correct" : "retract");
    Episode note = new Episode("note:" + key, "note", Instant.now(), null, "Your note", reason);
    Generation by = new Generation(hand.who(), reason);
    if (correct) {
      try {
        FactValue fresh = FactValue.literal(fact.value().type(), value.getValue().strip());
        finish(() -> hand.memory().correct(key, fact.factId(), fresh, note, by), "Corrected.");
      } catch (IllegalArgumentException unfit) {
        value.setErrorMessage("That is not " + form(fact.value().type()) + ".");
        value.setInvalid(true);
      }
    } else {
      finish(() -> hand.memory().retract(key, fact.factId(), note, by), "Retracted.");
    }
  }

  private void finish(Runnable deed, String words) {
    if (Hand.done(deed)) {
      Toast.show(words + " The old one stays in the history.");
      changed.run();
    }
  }

  private static String form(ValueType type) {
    return switch (type) {
      case TEXT -> "a text";
      case NUMBER -> "a number, as in 12.5";
      case MONEY -> "an amount with its currency, as in 1200 EUR";
      case DATE -> "a day, as in 2026-05-14";
      case MOMENT -> "a moment, as in 2026-05-14T09:00:00Z";
      case FLAG -> "yes or no";
      case REF -> "someone or something known";
    };
  }
}
