package dev.continuo.designer.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.continuo.designer.shell.Brand;

/** The door: e-mail and password. On a house without an owner it leads to the first-start page. */
@Route(value = "login", autoLayout = false)
@PageTitle("Log in · Continuo")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {

  private final People people;
  private final LoginForm form = new LoginForm();
  private final LoginI18n words = LoginI18n.createDefault();

  LoginView(People people) {
    this.people = people;
    addClassName("door");
    words.getForm().setTitle("Welcome back");
    words.getForm().setUsername("E-mail");
    words.getForm().setPassword("Password");
    words.getForm().setSubmit("Log in");
    words.getErrorMessage().setUsername("Please give your e-mail.");
    words.getErrorMessage().setPassword("Please give your password.");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words);
    Div card = new Div(form);
    card.addClassName("door-card");
    add(Brand.wordmark(), card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!people.hasOwner()) {
      event.forwardTo(WelcomeView.class);
      return;
    }
    var query = event.getLocation().getQueryParameters().getParameters();
    if (query.containsKey("wait")) {
      say("A pause after wrong passwords", "Nothing is lost. Try again in a minute.");
    } else if (query.containsKey("error")) {
      say("E-mail or password is wrong", "Check both and try again. Capital letters count.");
    }
  }

  private void say(String title, String message) {
    words.getErrorMessage().setTitle(title);
    words.getErrorMessage().setMessage(message);
    form.setI18n(words);
    form.setError(true);
  }
}
