package dev.continuo.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.budget.TookPanel;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.runtime.activity.ActivityLog;
import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.LedgerEntry;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.journal.Run;
import dev.continuo.runtime.journal.RunSummary;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceLine;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run: the drawing with its path lit, what it waits for, and why everything happened. */
@Route(value = "runs/:run([0-9]+)", layout = Shell.class)
@PermitAll
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Runs runs;
  private final Trace trace;
  private final Flows flows;
  private final Approvals approvals;
  private final Effects effects;
  private final RunWords words;
  private final ZoneId zone;

  private final PageHead head = new PageHead("", "");
  private final Div facts = new Div();
  private final ProcessViewer drawing = new ProcessViewer();
  private final Div beside = new Div();
  private final Drawer drawer = new Drawer();
  private final TraceList list = new TraceList(this::open);
  private final TookPanel took;
  private long runKey;
  private String element = "";

  RunView(
      Runs runs,
      Trace trace,
      Flows flows,
      Approvals approvals,
      Effects effects,
      ActivityLog activities,
      Bills bills,
      RunWords words,
      Settings settings,
      Pulse pulse) {
    this.runs = runs;
    this.trace = trace;
    this.flows = flows;
    this.approvals = approvals;
    this.effects = effects;
    this.took = new TookPanel(activities, bills);
    this.words = words;
    this.zone = settings.work().zone();
    addClassNames("wide", "run");
    facts.addClassName("tags");
    beside.addClassName("run-beside");
    drawing.addClassName("run-drawing");
    drawing.onElement(this::highlight);
    pulse.follow(this, Set.of(Topic.RUNS, Topic.CARDS), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    runKey = Long.parseLong(event.getRouteParameters().get("run").orElse("0"));
    removeAll();
    Optional<Run> run = runs.get(runKey);
    if (run.isEmpty()) {
      add(
          new Blank(
              Glyph.RUNS,
              "This run is not known here",
              "It may have just started; this page fills as soon as the engine has told of it."));
      return;
    }
    Div happened = new Div(new H2("What happened"), list);
    happened.addClassNames("panel", "run-happened");
    Div below = new Div(happened, beside);
    below.addClassName("run-below");
    add(head, facts, drawing, below, drawer);
    flows.xmlOf(run.get().summary().processKey()).ifPresent(drawing::setXml);
    show(run.get());
  }

  @Override
  public String getPageTitle() {
    return "Run · Continuo";
  }

  private void refresh() {
    runs.get(runKey)
        .ifPresent(
            run -> {
              if (list.getParent().isEmpty()) {
                getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
              } else {
                show(run);
              }
            });
  }

  private void show(Run run) {
    RunSummary summary = run.summary();
    head.setTitle(words.title(summary));
    boolean untitled = words.title(summary).equals(words.flow(summary));
    head.setLine((untitled ? "Version " : words.flow(summary) + ", version ") + summary.version());
    Span started = new Span("Started " + Moments.at(summary.startedAt(), zone));
    started.setTitle(Moments.exact(summary.startedAt(), zone));
    Span took =
        new Span(
            (run.state().ended() ? "took " : "for ")
                + RunWords.took(summary.startedAt(), summary.endedAt()));
    Span number = new Span("Run " + runKey);
    for (Span soft : List.of(started, took, number)) {
      soft.addClassNames("soft", "small");
    }
    facts.removeAll();
    facts.add(RunWords.tag(run.state()), started, took, number);
    light(run);
    List<TraceLine> lines = trace.of(runKey);
    list.show(lines, zone, element);
    beside(run, lines);
  }

  private void light(Run run) {
    Set<String> done = new HashSet<>(run.completedElements());
    done.addAll(run.takenFlows());
    Set<String> stopped = new HashSet<>();
    run.incidents().stream()
        .filter(incident -> incident.resolvedAt() == null)
        .forEach(incident -> stopped.add(incident.elementId()));
    drawing.light(done, run.summary().openElementIds(), stopped);
  }

  private void beside(Run run, List<TraceLine> lines) {
    beside.removeAll();
    run.incidents().stream()
        .filter(incident -> incident.resolvedAt() == null)
        .forEach(incident -> beside.add(new Trouble("A step is stuck.", incident.message(), "")));
    List<Card> cards = approvals.ofRun(runKey).stream().filter(Card::asks).toList();
    if (!cards.isEmpty()) {
      beside.add(panel("Needs you", cards.stream().<Component>map(RunView::card).toList()));
    }
    List<Component> sources = lines.stream().flatMap(line -> RunSource.of(line).stream()).toList();
    if (!sources.isEmpty()) {
      beside.add(panel("Remembered", sources));
    }
    List<LedgerEntry> sent = effects.ofRun(runKey);
    if (!sent.isEmpty()) {
      beside.add(panel("Outside", sent.stream().<Component>map(LedgerLine::new).toList()));
    }
    took.ofRun(runKey);
    if (took.isVisible()) {
      beside.add(took);
    }
  }

  private static Component card(Card card) {
    Anchor open = new Anchor("inbox/" + card.id(), card.title());
    open.addClassName("strong");
    Span summary = new Span(card.summary());
    summary.addClassNames("soft", "small");
    Div line = new Div(open, summary);
    line.addClassName("beside-line");
    return line;
  }

  private static Div panel(String title, List<Component> lines) {
    Div panel = new Div(new H2(title));
    panel.addClassName("panel");
    panel.add(lines);
    return panel;
  }

  private void open(TraceLine line) {
    drawer.show(TraceList.word(line.kind()), new Details(line, zone));
  }

  /** A click in the drawing shows what happened there; a second click shows all again. */
  private void highlight(String clicked) {
    List<TraceLine> lines = trace.of(runKey);
    boolean known = lines.stream().anyMatch(line -> clicked.equals(line.elementId()));
    element = known && !clicked.equals(element) ? clicked : "";
    list.show(lines, zone, element);
    if (!element.isEmpty()) {
      list.reveal();
    }
  }
}
