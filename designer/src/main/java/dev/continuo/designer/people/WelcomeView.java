package dev.continuo.designer.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.continuo.designer.shell.Brand;
import jakarta.servlet.ServletException;
import java.util.EnumMap;
import java.util.Map;

/** The first start: whoever opens it becomes the owner. Afterwards it leads to the login. */
@Route(value = "welcome", autoLayout = false)
@PageTitle("Welcome · Continuo")
@AnonymousAllowed
class WelcomeView extends Main implements BeforeEnterObserver {

  private final People people;
  private final Newcomers newcomers;
  private final TextField name = new TextField("Your name");
  private final EmailField email = new EmailField("E-mail");
  private final TextField company = new TextField("Company");
  private final PasswordField password = new PasswordField("Password");
  private final Button become = new Button("Become the owner");
  private final Paragraph problem = new Paragraph();
  private final Map<PasswordRule, ListItem> hints = new EnumMap<>(PasswordRule.class);

  WelcomeView(People people, Newcomers newcomers) {
    this.people = people;
    this.newcomers = newcomers;
    addClassName("door");
    add(Brand.wordmark(), card());
    name.focus();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (people.hasOwner()) {
      event.forwardTo(LoginView.class);
    }
  }

  private Div card() {
    name.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NAME);
    email.setHelperText("You log in with it, and answers to clients come from it.");
    email.setErrorMessage("This does not look like an e-mail address.");
    company.setHelperText("As clients know it. May be your own name.");
    password.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
    name.setRequiredIndicatorVisible(true);
    email.setRequiredIndicatorVisible(true);
    password.setRequiredIndicatorVisible(true);
    for (var field : new TextField[] {name, company}) {
      field.setMaxLength(120);
      field.setValueChangeMode(ValueChangeMode.LAZY);
      field.addValueChangeListener(change -> hint());
    }
    email.setValueChangeMode(ValueChangeMode.LAZY);
    email.addValueChangeListener(change -> hint());
    password.setValueChangeMode(ValueChangeMode.EAGER);
    password.addValueChangeListener(change -> hint());

    become.addThemeVariants(ButtonVariant.PRIMARY);
    become.addClickListener(click -> claim());
    become.addClickShortcut(Key.ENTER);
    become.setDisableOnClick(true);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);

    Div card =
        new Div(
            new H1("This house is yours"),
            new Paragraph(
                "Everything stays on this machine. The first person here becomes the owner, and"
                    + " there is only one."),
            name,
            company,
            email,
            password,
            rules(),
            problem,
            become);
    card.addClassName("door-card");
    hint();
    return card;
  }

  private UnorderedList rules() {
    UnorderedList list = new UnorderedList();
    list.addClassName("rules");
    for (PasswordRule rule : PasswordRule.values()) {
      ListItem item = new ListItem(rule.words());
      hints.put(rule, item);
      list.add(item);
    }
    return list;
  }

  private void hint() {
    hints.forEach(
        (rule, item) -> {
          boolean holds = rule.holds(password.getValue(), name.getValue(), email.getValue());
          item.setClassName("holds", !password.isEmpty() && holds);
          item.setClassName("breaks", !password.isEmpty() && !holds);
        });
  }

  private void claim() {
    become.setEnabled(true);
    if (name.isEmpty() || email.isEmpty() || email.isInvalid()) {
      say("Please give your name and an e-mail address.");
    } else if (!PasswordRule.allHold(password.getValue(), name.getValue(), email.getValue())) {
      say("The password does not meet the points above yet.");
      password.focus();
    } else {
      enter();
    }
  }

  private void enter() {
    try {
      newcomers.settle(name.getValue(), email.getValue(), company.getValue(), password.getValue());
      VaadinServletRequest request = VaadinServletRequest.getCurrent();
      request.getHttpServletRequest().login(email.getValue(), password.getValue());
      VaadinService.reinitializeSession(request);
      getUI().ifPresent(ui -> ui.getPage().setLocation("."));
    } catch (OwnerExists taken) {
      say(String.valueOf(taken.getMessage()));
    } catch (ServletException notLoggedIn) {
      getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
    }
  }

  private void say(String words) {
    problem.setText(words);
    problem.setVisible(true);
  }
}
