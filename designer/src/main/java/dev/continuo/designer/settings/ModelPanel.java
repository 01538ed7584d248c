package dev.continuo.designer.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.setting.ModelSettings;
import dev.continuo.runtime.setting.Settings;
import java.util.Objects;

/** What may be spent in a month, and on which language models. */
final class ModelPanel extends Div {
  private final Settings settings;
  private final Bills bills;
  private final String who;
  private final IntegerField plan = new IntegerField("Plan per month");
  private final ModelFields premium;
  private final ModelFields economy;

  ModelPanel(Settings settings, Bills bills, PasswordSafe safe, String who) {
    this.settings = settings;
    this.bills = bills;
    this.who = who;
    addClassName("panel");
    setId("models");
    plan.setPrefixComponent(new Div("EUR"));
    plan.setHelperText("The tables Budget caps and Fidelity count in shares of it");
    plan.setMin(1);
    plan.setMax(1_000_000);
    plan.setValue((int) (bills.of(bills.thisMonth()).plan() / 1_000_000));
    premium = new ModelFields("Premium model, for what a client reads", "model-premium-key", safe);
    economy = new ModelFields("Economy model, for everything else", "model-economy-key", safe);
    premium.show(settings.models().premium());
    economy.show(settings.models().economy());
    Paragraph words =
        new Paragraph(
            "Without a model nothing can cost, and everything works. With one, answers are put into"
                + " words by it, and each round is counted before and after. One of the two alone"
                + " does the work of both.");
    words.addClassName("soft");
    add(
        new H2("Money and models"),
        words,
        WorkPanel.form(plan),
        premium,
        economy,
        new Saved(this::save));
  }

  private void save() {
    settings.save(new ModelSettings(premium.read(), economy.read()));
    int euros = Objects.requireNonNullElse(plan.getValue(), 0);
    if (euros * 1_000_000L != bills.of(bills.thisMonth()).plan()) {
      bills.plan(euros, who);
    }
    premium.keepKey();
    economy.keepKey();
  }
}
