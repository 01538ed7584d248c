package dev.continuo.designer.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Tokens;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** What the owner sets once. */
@Route(value = "settings", layout = Shell.class)
@PageTitle("Settings · Continuo")
@PermitAll
class SettingsView extends Div {
  SettingsView(
      Settings settings,
      Bills bills,
      Tokens tokens,
      AuthenticationContext login,
      ObjectProvider<DataFolder> data) {
    addClassName("column");
    PasswordSafe safe = new PasswordSafe(data.getIfAvailable());
    Div panels =
        new Div(
            new WorkPanel(settings),
            new MailPanel(settings, safe),
            new ModelPanel(settings, bills, safe, login.getPrincipalName().orElse("the owner")),
            new TokenPanel(tokens),
            new LooksPanel());
    panels.addClassName("settings");
    add(new PageHead("Settings", "They take effect as soon as they are saved."), panels);
  }
}
