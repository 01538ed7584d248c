package dev.continuo.designer.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.runtime.setting.MailAccount;
import dev.continuo.runtime.setting.MailAccount.Security;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of one mail server behind a switch. */
final class AccountFields extends Div {
  private final String secretName;
  private final PasswordSafe safe;
  private final Checkbox on = new Checkbox();
  private final TextField host = new TextField("Server");
  private final IntegerField port = new IntegerField("Port");
  private final TextField user = new TextField("User");
  private final PasswordField password = new PasswordField("Password");
  private final Select<Security> security = new Select<>();
  private final FormLayout form = WorkPanel.form(host, port, user, password, security);

  AccountFields(String title, String secretName, int usualPort, PasswordSafe safe) {
    this.secretName = secretName;
    this.safe = safe;
    addClassName("account");
    on.setLabel(title);
    port.setValue(usualPort);
    security.setLabel("Protection");
    security.setItems(Security.values());
    security.setItemLabelGenerator(
        value ->
            switch (value) {
              case TLS -> "TLS";
              case STARTTLS -> "STARTTLS";
              case NONE -> "None (this machine only)";
            });
    security.setValue(Security.TLS);
    password.setAutocomplete(Autocomplete.OFF);
    password.setPlaceholder(safe.holds(secretName) ? "Kept. Type to replace it." : "");
    on.addValueChangeListener(change -> form.setVisible(on.getValue()));
    form.setVisible(false);
    add(on, form);
  }

  void more(Component... fields) {
    form.add(fields);
  }

  void show(@Nullable MailAccount account) {
    on.setValue(account != null);
    if (account != null) {
      host.setValue(account.host());
      port.setValue(account.port());
      user.setValue(account.user());
      security.setValue(account.security());
    }
  }

  @Nullable MailAccount read() {
    if (!on.getValue()) {
      return null;
    }
    boolean secret = !password.isEmpty() || safe.holds(secretName);
    return new MailAccount(
        host.getValue().strip(),
        Objects.requireNonNullElse(port.getValue(), 0),
        user.getValue().strip(),
        secret ? secretName : "",
        security.getValue());
  }

  void keepPassword() {
    if (on.getValue() && !password.isEmpty()) {
      safe.keep(secretName, password.getValue());
      password.clear();
      password.setPlaceholder("Kept. Type to replace it.");
    }
  }
}
