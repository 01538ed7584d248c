package dev.continuo.designer.process;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All flows by title. */
@Route(value = "flows", layout = Shell.class)
@PageTitle("Flows · Continuo")
@StyleSheet("context://continuo-editors.css")
@PermitAll
class FlowsView extends Div {
  private final Flows flows;
  private final ZoneId zone;
  private final String who;
  private final Pulse pulse;
  private final PageHead head;
  private final TextField text = new TextField();
  private final Div list = new Div();

  FlowsView(Flows flows, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.flows = flows;
    this.zone = settings.work().zone();
    this.who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    this.pulse = pulse;
    addClassName("column");
    Button fresh = new Button("New flow", click -> new NewFlowDialog(this::create).open());
    fresh.addThemeVariants(ButtonVariant.PRIMARY);
    Button bring =
        new Button("Import", Glyph.UPLOAD.icon(), click -> new ImportDialog(this::create).open());
    head = new PageHead("Flows", "", bring, fresh);
    text.setPlaceholder("Search flows");
    text.setAriaLabel("Search flows");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> load());
    Div filters = new Div(text);
    filters.addClassName("filters");
    list.addClassNames("panel", "thing-list");
    add(head, filters, list);
    pulse.follow(this, Set.of(Topic.FLOWS), this::load);
    load();
  }

  private void load() {
    List<Flow> all = flows.list();
    head.setLine(all.size() == 1 ? "1 flow" : all.size() + " flows");
    String wanted = text.getValue().strip().toLowerCase(Locale.ROOT);
    List<Flow> found =
        all.stream()
            .filter(
                flow -> (flow.title() + " " + flow.id()).toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    list.removeAll();
    found.forEach(flow -> list.add(new FlowLine(flow, zone)));
    if (all.isEmpty()) {
      list.add(
          new Blank(
              Glyph.FLOWS,
              "No flow yet",
              "A flow says what happens, step by step, and who is asked. Begin with an empty one or"
                  + " import a .bpmn file."));
    } else if (found.isEmpty()) {
      list.add(new Blank(Glyph.SEARCH, "No flow fits", "Try another word of its name."));
    }
  }

  /** Takes a process in and opens it; throws what was refused to the dialog that asked. */
  private void create(String xml) {
    Flow created = flows.create(xml, who);
    pulse.beat(Topic.FLOWS);
    getUI().ifPresent(ui -> ui.navigate("flows/" + created.id()));
  }
}
