package dev.continuo.designer.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.runtime.setting.ModelAccount;
import dev.continuo.runtime.setting.ModelAccount.Provider;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of one language model behind a switch. */
final class ModelFields extends Div {
  private final String secretName;
  private final PasswordSafe safe;
  private final Checkbox on = new Checkbox();
  private final Select<Provider> provider = new Select<>();
  private final TextField address = new TextField("Address");
  private final TextField model = new TextField("Model");
  private final PasswordField key = new PasswordField("Key");
  private final BigDecimalField in = new BigDecimalField("Price of 1,000 tokens read");
  private final BigDecimalField out = new BigDecimalField("Price of 1,000 tokens written");
  private final IntegerField most = new IntegerField("Longest answer");
  private final FormLayout form = WorkPanel.form(provider, address, model, key, in, out, most);

  ModelFields(String title, String secretName, PasswordSafe safe) {
    this.secretName = secretName;
    this.safe = safe;
    addClassName("account");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", title);
    on.setLabel(title);
    provider.setLabel("Speaks like");
    provider.setItems(Provider.values());
    provider.setItemLabelGenerator(
        value ->
            switch (value) {
              case OPENAI -> "OpenAI";
              case ANTHROPIC -> "Anthropic";
              case OLLAMA -> "Ollama";
            });
    provider.addValueChangeListener(
        change -> {
          if (address.isEmpty() || address.getValue().equals(usual(change.getOldValue()))) {
            address.setValue(usual(change.getValue()));
          }
        });
    provider.setValue(Provider.OPENAI);
    for (BigDecimalField price : new BigDecimalField[] {in, out}) {
      price.setPrefixComponent(new Div("EUR"));
      price.setValue(BigDecimal.ZERO);
    }
    most.setSuffixComponent(new Div("tokens"));
    most.setValue(1_000);
    key.setAutocomplete(Autocomplete.OFF);
    key.setHelperText("Kept in a file that only you can read");
    key.setPlaceholder(safe.holds(secretName) ? "Kept. Type to replace it." : "");
    on.addValueChangeListener(change -> form.setVisible(on.getValue()));
    form.setVisible(false);
    add(on, form);
  }

  private static String usual(@Nullable Provider provider) {
    return switch (provider) {
      case null -> "";
      case OPENAI -> "https://api.openai.com/v1";
      case ANTHROPIC -> "https://api.anthropic.com";
      case OLLAMA -> "http://localhost:11434";
    };
  }

  void show(@Nullable ModelAccount account) {
    on.setValue(account != null);
    if (account != null) {
      provider.setValue(account.provider());
      address.setValue(account.baseUrl());
      model.setValue(account.model());
      in.setValue(euros(account.microsPerThousandIn()));
      out.setValue(euros(account.microsPerThousandOut()));
      most.setValue(account.maxTokens());
    }
  }

  @Nullable ModelAccount read() {
    if (!on.getValue()) {
      return null;
    }
    boolean secret = !key.isEmpty() || safe.holds(secretName);
    return new ModelAccount(
        provider.getValue(),
        address.getValue().strip(),
        model.getValue().strip(),
        secret ? secretName : "",
        micros(in.getValue()),
        micros(out.getValue()),
        Objects.requireNonNullElse(most.getValue(), 0));
  }

  void keepKey() {
    if (on.getValue() && !key.isEmpty()) {
      safe.keep(secretName, key.getValue());
      key.clear();
      key.setPlaceholder("Kept. Type to replace it.");
    }
  }

  private static BigDecimal euros(long micros) {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros();
  }

  private static long micros(@Nullable BigDecimal euros) {
    return euros == null ? 0 : Math.round(euros.doubleValue() * 1e6);
  }
}
