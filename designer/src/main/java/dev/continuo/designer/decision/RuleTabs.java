package dev.continuo.designer.decision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.continuo.designer.editor.VersionDialog;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.Toast;
import dev.continuo.rules.sandbox.Sandbox;
import dev.continuo.rules.table.Tables;
import dev.continuo.rules.trial.TableTest;
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.DraftText;
import dev.continuo.runtime.decision.RecordedDecision;
import dev.continuo.runtime.decision.TableVersion;
import dev.continuo.runtime.decision.backtest.Backtests;
import dev.continuo.runtime.decision.backtest.Shadows;
import dev.continuo.runtime.decision.kept.KeptReport;
import dev.continuo.runtime.decision.kept.KeptTests;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What stands under a table: what is wrong, tries, tests, backtest, use and versions. */
final class RuleTabs extends TabSheet {
  /** What the tabs ask. */
  record Services(
      Decisions decisions,
      KeptTests tests,
      Backtests backtests,
      Shadows shadows,
      Sandbox sandbox) {}

  private final Services services;
  private final Supplier<DraftText> draft;
  private final DraftEdits edits;
  private final Releases releases;
  private final ZoneId zone;
  private final String who;

  private final Tab wrong = new Tab("What is wrong");
  private final Tab testsTab = new Tab("Tests");
  private final FindingsPanel findings;
  private final TrialPanel trial;
  private final TestsPanel tests;
  private final BacktestPanel backtest;
  private final ShadowPanel shadow;
  private final UsePanel uses;
  private final AnswersPanel answers;
  private final TableVersions versions;

  RuleTabs(
      Services services,
      Supplier<DraftText> draft,
      TableFrame frame,
      DraftEdits edits,
      Releases releases,
      ZoneId zone,
      String who) {
    this.services = services;
    this.draft = draft;
    this.edits = edits;
    this.releases = releases;
    this.zone = zone;
    this.who = who;
    Tables engine = services.sandbox().drafts();
    findings = new FindingsPanel(engine, edits::addRow, this::countFindings);
    trial = new TrialPanel(frame::light, this::keepTest);
    tests = new TestsPanel(services.tests(), who, frame::light, this::countTests);
    backtest = new BacktestPanel(services.backtests(), zone);
    shadow = new ShadowPanel(services.shadows(), zone, who);
    uses = new UsePanel(zone, frame::light);
    answers = new AnswersPanel(services.decisions(), zone, frame::light, this::keepAnswer);
    versions = new TableVersions(zone, this::look, () -> releases.askRetire(draft.get().tableId()));
    addClassName("table-tabs");
    add(wrong, findings);
    add("Try it", trial);
    add(testsTab, tests);
    add("What would have changed", new Div(backtest, shadow));
    add("Use", new Div(uses, new H3("Last answers"), answers));
    add("Versions", new Div(new TableFiles(draft, edits::take), versions));
  }

  void show(DecisionTable table, List<TableVersion> released) {
    String id = table.id();
    String xml = draft.get().xml();
    backtest.show(id, xml);
    shadow.show(id, xml);
    versions.show(table, released);
    asked(id);
  }

  /** Looks at the draft as it is stored; not for the page's thread, since it may take seconds. */
  Checked look(DecisionTables tables, String id) {
    var checked = tables.checked(id);
    return new Checked(
        checked,
        services.sandbox().drafts().compile(checked.xml()),
        services.tests().run(id, checked.xml()));
  }

  void checking() {
    findings.checking();
  }

  void checkFailed() {
    findings.failed();
  }

  /** What the look found; gaps and overlaps are told a moment later. */
  void checked(UI ui, Checked found) {
    var looked = found.draft();
    findings.show(ui, looked.xml(), looked.findings());
    trial.show(found.compilation());
    tests.show(looked.tableId(), looked.xml(), found.report());
  }

  /** The table was asked meanwhile. */
  void asked(String id) {
    uses.show(services.decisions().use(id));
    answers.show(id);
  }

  private void countFindings(int found) {
    wrong.setLabel(found == 0 ? "What is wrong" : "What is wrong (" + found + ")");
  }

  private void countTests(KeptReport report) {
    int red = report.red().size();
    testsTab.setLabel(
        red > 0
            ? "Tests (%d red)".formatted(red)
            : report.lines().isEmpty() ? "Tests" : "Tests (%d)".formatted(report.lines().size()));
  }

  private void keepTest(TableTest test) {
    services.tests().keep(draft.get().tableId(), test, who);
    kept("The test is kept. It runs on every save.");
  }

  private void keepAnswer(RecordedDecision answer) {
    services
        .tests()
        .keepRecorded(
            draft.get().tableId(),
            answer.evaluationId(),
            "As answered on " + Moments.exact(answer.at(), zone),
            who);
    kept("The answer is kept as a test.");
  }

  private void kept(String words) {
    tests.show(draft.get().tableId(), draft.get().xml());
    Toast.show(words);
  }

  private void look(TableVersion version) {
    new VersionDialog(
            version.version(),
            version.releasedBy(),
            version.releasedAt(),
            version.why(),
            zone,
            new DecisionEditor(),
            TableFrame.drawable(version.xml()))
        .with(
            new Details(
                "What changed from it to the draft",
                new ChangeList(version.xml(), draft.get().xml(), "The draft says the same.")))
        .with("Take as draft", () -> edits.take(version.xml()))
        .with("Roll back to it", () -> releases.askRollBack(version))
        .open();
  }
}
