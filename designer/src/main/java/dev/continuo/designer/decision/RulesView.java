package dev.continuo.designer.decision;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All decision tables: those of the house, then those of flows. */
@Route(value = "rules", layout = Shell.class)
@PageTitle("Rules · Continuo")
@StyleSheet("context://continuo-editors.css")
@PermitAll
class RulesView extends Div {
  private final DecisionTables tables;
  private final ZoneId zone;
  private final String who;
  private final Pulse pulse;
  private final Button fresh =
      new Button("New table", click -> new NewTableDialog(this::create).open());
  private final PageHead head =
      new PageHead("Rules", "", new Anchor("guards", "Guards over time"), fresh);
  private final TextField text = new TextField();
  private final Div lists = new Div();

  RulesView(DecisionTables tables, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.tables = tables;
    this.pulse = pulse;
    this.who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    this.zone = settings.work().zone();
    addClassName("column");
    fresh.addThemeVariants(ButtonVariant.PRIMARY);
    text.setPlaceholder("Search tables");
    text.setAriaLabel("Search tables");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> load());
    Div filters = new Div(text);
    filters.addClassName("filters");
    lists.addClassName("thing-groups");
    add(head, filters, lists);
    pulse.follow(this, Set.of(Topic.RULES), this::load);
    load();
  }

  private void create(String id, String xml) {
    tables.create(id, xml, who);
    pulse.beat(Topic.RULES);
    getUI().ifPresent(ui -> ui.navigate("rules/" + id));
  }

  private void load() {
    List<DecisionTable> all = tables.list();
    head.setLine(all.size() == 1 ? "1 table" : all.size() + " tables");
    String wanted = text.getValue().strip().toLowerCase(Locale.ROOT);
    List<DecisionTable> found =
        all.stream()
            .filter(
                table ->
                    (table.title() + " " + table.id()).toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    lists.removeAll();
    group(
        "House rules",
        "Their newest release counts everywhere, at once.",
        found,
        DecisionTable.Kind.HOUSE);
    group("Rules of flows", "Asked by a step of a flow.", found, DecisionTable.Kind.FLOW);
    if (all.isEmpty()) {
      lists.add(
          new Blank(
              Glyph.RULES,
              "No table yet",
              "Tables decide: who is asked, which lead is answered, what may be sent."));
    } else if (found.isEmpty()) {
      lists.add(new Blank(Glyph.SEARCH, "No table fits", "Try another word of its name."));
    }
  }

  private void group(
      String title, String words, List<DecisionTable> found, DecisionTable.Kind kind) {
    List<Component> lines =
        found.stream().filter(table -> table.kind() == kind).<Component>map(this::line).toList();
    if (lines.isEmpty()) {
      return;
    }
    Span about = new Span(words);
    about.addClassNames("soft", "small");
    Div panel = new Div(new H2(title), about);
    panel.addClassNames("panel", "thing-list");
    panel.add(lines);
    lists.add(panel);
  }

  private Anchor line(DecisionTable table) {
    Span title = new Span(table.title());
    title.addClassName("thing-title");
    Span id = new Span(table.id());
    id.addClassNames("soft", "small", "mono");
    Div words = new Div(title, id);
    words.addClassName("thing-words");
    Div tags = new Div();
    tags.addClassName("tags");
    if (table.offered()) {
      tags.add(tag("Newer text offered", "act"));
    }
    if (table.draftDiffers() && !table.retired()) {
      tags.add(tag("Draft", "amber"));
    }
    tags.add(
        table.releasedVersion() == 0
            ? tag(table.retired() ? "Retired" : "Not released", "")
            : tag("Version " + table.releasedVersion(), "green"));
    Instant moved = table.draftDiffers() ? table.draftSavedAt() : table.releasedAt();
    Span when = moved == null ? new Span() : Moments.when(moved, zone);
    when.addClassNames("soft", "small", "num");
    Anchor line = new Anchor("rules/" + table.id());
    line.add(words, tags, when);
    line.addClassName("thing-line");
    return line;
  }

  private static Span tag(String words, String tone) {
    Span tag = new Span(words);
    tag.setClassName(("tag " + tone).strip());
    return tag;
  }
}
