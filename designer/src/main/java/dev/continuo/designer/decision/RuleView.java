package dev.continuo.designer.decision;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Toast;
import dev.continuo.designer.shell.Topic;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.rules.table.Tables;
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.TableDraftChanged;
import dev.continuo.runtime.decision.TableNotFound;
import dev.continuo.runtime.decision.TableVersion;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One table: the table is the page. Every edit is kept as a draft; a release makes it answer. */
@Route(value = "rules/:table", layout = Shell.class)
@StyleSheet("context://continuo-editors.css")
@PermitAll
class RuleView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final DecisionTables tables;
  private final Pulse pulse;
  private final ZoneId zone;
  private final String who;

  private final Span state = new Span();
  private final Button discard =
      new Button("Discard draft", click -> RuleDialogs.discard(this::discard));
  private final Button save = new Button("Save", click -> save());
  private final Button release = new Button("Release", click -> askRelease());
  private final PageHead head = new PageHead("", "", state, discard, save, release);
  private final Div notices = new Div();
  private final DecisionEditor editor = new DecisionEditor();
  private final Tab wrong = new Tab("What is wrong");
  private final FindingsPanel findings;
  private final TrialPanel trial;
  private final AnswersPanel answers;
  private final TableVersions versions;
  private @Nullable OpenTable open;
  private String id = "";
  private boolean asking;

  RuleView(
      DecisionTables tables,
      Decisions decisions,
      Tables engine,
      Settings settings,
      AuthenticationContext login,
      Pulse pulse) {
    this.tables = tables;
    this.pulse = pulse;
    this.zone = settings.work().zone();
    this.who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    findings =
        new FindingsPanel(
            tables, n -> wrong.setLabel(n == 0 ? "What is wrong" : "What is wrong (" + n + ")"));
    trial = new TrialPanel(engine, editor::light);
    answers = new AnswersPanel(decisions, zone, editor::light);
    versions = new TableVersions(zone, version -> RuleDialogs.version(version, zone, this::take));
    addClassNames("wide", "drawing-page");
    state.addClassNames("soft", "small");
    state.getElement().setAttribute("role", "status");
    release.addThemeVariants(ButtonVariant.PRIMARY);
    discard.addThemeVariants(ButtonVariant.TERTIARY);
    editor.onEdit(this::keep);
    pulse.follow(this, Set.of(Topic.RUNS), () -> answers.show(id));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    id = event.getRouteParameters().get("table").orElse("");
    try {
      open = new OpenTable(tables, tables.draft(id));
    } catch (TableNotFound missing) {
      add(
          new Blank(
              Glyph.RULES,
              "There is no such table",
              "It may have another name now.",
              new Anchor("rules", "All tables")));
      return;
    }
    Div frame = new Div(editor);
    frame.addClassNames("drawing-frame", "table-frame");
    TabSheet tabs = new TabSheet();
    tabs.add(wrong, findings);
    tabs.add("Try it", trial);
    tabs.add("Last answers", answers);
    tabs.add("Versions", versions);
    tabs.addClassName("table-tabs");
    add(head, notices, frame, tabs);
    load();
  }

  @Override
  public String getPageTitle() {
    return (open == null ? "Rule" : open.draft().title()) + " · Continuo";
  }

  private OpenTable open() {
    if (open == null) {
      throw new IllegalStateException("no table is open");
    }
    return open;
  }

  private void load() {
    open = new OpenTable(tables, tables.draft(id));
    editor.open(open().draft().xml());
    show();
  }

  private void show() {
    DecisionTable table = tables.table(id);
    head.setTitle(table.title());
    head.setLine(
        (table.kind() == DecisionTable.Kind.HOUSE ? "House rule" : "Rule of a flow")
            + (table.releasedVersion() == 0
                ? ", not released yet"
                : ", version " + table.releasedVersion() + " answers"));
    Instant at = open().draft().savedAt();
    state.setText(
        !table.draftDiffers() || at == null
            ? "As released"
            : "Draft saved " + Moments.at(at, zone));
    discard.setVisible(table.draftDiffers() && table.releasedVersion() > 0);
    notices.removeAll();
    if (table.offered()) {
      notices.add(offer());
    }
    String xml = open().draft().xml();
    getUI().ifPresent(this::look);
    trial.show(xml);
    answers.show(id);
    versions.show(tables.versions(id));
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    if (open != null) {
      look(attach.getUI());
    }
  }

  private void look(UI ui) {
    findings.show(ui, open().draft().xml(), open().draft().findings());
  }

  private Div offer() {
    Button take = new Button("Take as draft", click -> change(OpenTable::takeOffer));
    Button no =
        new Button(
            "Not now",
            click -> {
              tables.declineOffer(id);
              show();
            });
    no.addThemeVariants(ButtonVariant.TERTIARY);
    Div offer =
        new Div(
            new Span("A newer text came with Continuo. Yours stays until you take it."), take, no);
    offer.addClassName("offer");
    return offer;
  }

  /** Saves what was edited; true when it is safe now. */
  private boolean keep(String xml) {
    if (asking) {
      return false;
    }
    try {
      open().keep(xml);
      show();
      pulse.beat(Topic.RULES);
      return true;
    } catch (TableDraftChanged elsewhere) {
      asking = true;
      RuleDialogs.conflict(() -> settle(this::load), () -> settle(() -> keepAnyway(xml)));
    } catch (RuntimeException failed) {
      state.setText("Not saved");
      notices.removeAll();
      notices.add(
          new Trouble(
              "The draft could not be saved.",
              "The store did not answer. What you typed is still here.",
              "Choose Save again when the dot at the top is green."));
    }
    return false;
  }

  private void settle(Runnable chosen) {
    asking = false;
    chosen.run();
  }

  private void keepAnyway(String xml) {
    open().keepAnyway(xml);
    show();
  }

  private void save() {
    editor.current(
        (xml, edited) -> {
          if (!edited || keep(xml)) {
            Toast.show("Everything is saved.");
          }
        });
  }

  private void take(String xml) {
    if (keep(xml)) {
      editor.open(xml);
      Toast.show("That version is your draft now. Release it to make it answer.");
    }
  }

  private void discard() {
    change(OpenTable::discard);
  }

  private void change(Consumer<OpenTable> change) {
    try {
      change.accept(open());
    } catch (TableDraftChanged elsewhere) {
      Toast.show("It was changed elsewhere meanwhile; this is how it stands now.");
    }
    load();
    pulse.beat(Topic.RULES);
  }

  private void askRelease() {
    editor.current(
        (xml, edited) -> {
          if (!edited || keep(xml)) {
            RuleDialogs.release(tables.table(id).releasedVersion() + 1, this::release);
          }
        });
  }

  private void release(String why) {
    TableVersion version = tables.release(id, who, why);
    Toast.show("Version " + version.version() + " answers from the next run on.");
    show();
    pulse.beat(Topic.RULES);
  }
}
