package dev.continuo.designer.decision;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.editor.ConflictDialog;
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
import dev.continuo.ontology.vocabulary.Vocabulary;
import dev.continuo.rules.sandbox.Sandbox;
import dev.continuo.rules.table.Tables;
import dev.continuo.rules.trial.TableTest;
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.FlowPins;
import dev.continuo.runtime.decision.RecordedDecision;
import dev.continuo.runtime.decision.TableDraftChanged;
import dev.continuo.runtime.decision.TableNotFound;
import dev.continuo.runtime.decision.backtest.Backtests;
import dev.continuo.runtime.decision.backtest.Shadows;
import dev.continuo.runtime.decision.kept.KeptReport;
import dev.continuo.runtime.decision.kept.KeptTests;
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
@StyleSheet("context://continuo-rules.css")
@PermitAll
class RuleView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final DecisionTables tables;
  private final Decisions decisions;
  private final KeptTests keptTests;
  private final DraftEdits edits;
  private final Releases releases;
  private final Pulse pulse;
  private final ZoneId zone;
  private final String who;

  private final Span state = new Span();
  private final Button discard =
      new Button("Discard draft", click -> RuleDialogs.discard(this::discard));
  private final Button help = new Button("Help", click -> HelpDialog.open());
  private final Button values = new Button("Values", click -> edits().askValues());
  private final Button save = new Button("Save", click -> save());
  private final Button release = new Button("Release", click -> askRelease());
  private final PageHead head = new PageHead("", "", state, help, values, discard, save, release);
  private final Div notices = new Div();
  private final DecisionEditor editor = new DecisionEditor();
  private final Tab wrong = new Tab("What is wrong");
  private final FindingsPanel findings;
  private final TrialPanel trial;
  private final TestsPanel tests;
  private final BacktestPanel backtest;
  private final ShadowPanel shadow;
  private final UsePanel uses;
  private final AnswersPanel answers;
  private final Tab testsTab = new Tab("Tests");
  private final TableVersions versions;
  private @Nullable OpenTable open;
  private String id = "";
  private boolean asking;

  RuleView(
      DecisionTables tables,
      Decisions decisions,
      KeptTests keptTests,
      Backtests backtests,
      Shadows shadows,
      FlowPins pins,
      Sandbox sandbox,
      Settings settings,
      AuthenticationContext login,
      Pulse pulse) {
    this.tables = tables;
    this.pulse = pulse;
    this.zone = settings.work().zone();
    this.who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    Tables engine = sandbox.drafts();
    findings =
        new FindingsPanel(
            engine,
            gap -> edits().addRow(gap),
            n -> wrong.setLabel(n == 0 ? "What is wrong" : "What is wrong (" + n + ")"));
    this.decisions = decisions;
    this.releases = new Releases(tables, pins, who, this::changed);
    this.edits =
        new DraftEdits(
            editor,
            () -> open().draft(),
            this::keep,
            new PickLists(decisions, Vocabulary::shipped),
            notices);
    this.keptTests = keptTests;
    trial = new TrialPanel(engine, editor::light, this::keepTest);
    tests = new TestsPanel(keptTests, who, editor::light, this::count);
    backtest = new BacktestPanel(backtests, zone);
    shadow = new ShadowPanel(shadows, zone, who);
    uses = new UsePanel(zone, editor::light);
    answers = new AnswersPanel(decisions, zone, editor::light, this::keepAnswer);
    versions =
        new TableVersions(
            zone,
            version ->
                RuleDialogs.version(
                    version,
                    open().draft().xml(),
                    zone,
                    xml -> edits().take(xml),
                    releases::askRollBack));
    addClassNames("wide", "drawing-page");
    state.addClassNames("soft", "small");
    state.getElement().setAttribute("role", "status");
    release.addThemeVariants(ButtonVariant.PRIMARY);
    discard.addThemeVariants(ButtonVariant.TERTIARY);
    help.addThemeVariants(ButtonVariant.TERTIARY);
    values.addThemeVariants(ButtonVariant.TERTIARY);
    values.setTooltipText("Words that cells offer to choose from");
    editor.onEdit(this::keep);
    pulse.follow(this, Set.of(Topic.RUNS), this::asked);
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
    tabs.add(testsTab, tests);
    tabs.add("What would have changed", new Div(backtest, shadow));
    tabs.add("Use", new Div(uses, new H3("Last answers"), answers));
    tabs.add(
        "Versions",
        new Div(
            new TableFiles(() -> open().draft(), (name, file) -> edits().take(name, file)),
            versions));
    tabs.addClassName("table-tabs");
    add(head, notices, frame, tabs);
    load();
  }

  @Override
  public String getPageTitle() {
    return (open == null ? "Rule" : open.draft().title()) + " · Continuo";
  }

  private DraftEdits edits() {
    return edits;
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
    tests.show(id, xml);
    backtest.show(id, xml);
    shadow.show(id, xml);
    uses.show(decisions.use(id));
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
      new ConflictDialog("typed", () -> settle(this::load), () -> settle(() -> keepAnyway(xml)))
          .open();
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

  private void asked() {
    uses.show(decisions.use(id));
    answers.show(id);
  }

  private void count(KeptReport report) {
    int red = report.red().size();
    testsTab.setLabel(
        red > 0
            ? "Tests (%d red)".formatted(red)
            : report.lines().isEmpty() ? "Tests" : "Tests (%d)".formatted(report.lines().size()));
  }

  private void keepTest(TableTest test) {
    keptTests.keep(id, test, who);
    tests.show(id, open().draft().xml());
    Toast.show("The test is kept. It runs on every save.");
  }

  private void keepAnswer(RecordedDecision answer) {
    keptTests.keepRecorded(
        id, answer.evaluationId(), "As answered on " + Moments.exact(answer.at(), zone), who);
    tests.show(id, open().draft().xml());
    Toast.show("The answer is kept as a test.");
  }

  private void askRelease() {
    editor.current(
        (xml, edited) -> {
          if (!edited || keep(xml)) {
            releases.ask(id);
          }
        });
  }

  private void changed() {
    show();
    pulse.beat(Topic.RULES);
  }
}
