package dev.continuo.designer.decision;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;

/** All guards: what they watch, their numbers, what they said. */
@Route(value = "guards", layout = Shell.class)
@PageTitle("Guards · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-rules.css")
@PermitAll
class GuardsView extends Div {
  GuardsView(HouseGuards guards, Settings settings, AuthenticationContext login) {
    addClassName("column");
    var who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    var all = guards.all();
    long watching = all.stream().filter(one -> one.watching()).count();
    Paragraph about =
        new Paragraph(
            "Guards watch what happens over time and put it into your inbox when it becomes too much."
                + " You set their numbers; nobody has to write rules for them.");
    about.addClassName("soft");
    Div panels = new Div();
    panels.addClassName("guards");
    all.forEach(one -> panels.add(new GuardPanel(guards, one, settings.work().zone(), who)));
    add(
        new PageHead(
            "Guards",
            "%d of %d watch".formatted(watching, all.size()),
            new Anchor("rules", "All rules")),
        about,
        panels);
  }
}
