package dev.continuo.designer.process;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.editor.ConflictDialog;
import dev.continuo.designer.editor.VersionDialog;
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
import dev.continuo.runtime.flow.DraftChanged;
import dev.continuo.runtime.flow.Finding;
import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.FlowNotFound;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.flow.Starts;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One flow: the drawing is the page. Every edit is kept as a draft; a release makes it run. */
@Route(value = "flows/:flow", layout = Shell.class)
@StyleSheet("context://continuo-editors.css")
@PermitAll
class FlowView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Flows flows;
  private final Starts starts;
  private final Pulse pulse;
  private final ZoneId zone;
  private final String who;

  private final Span state = new Span();
  private final Button start = new Button("Start a run", click -> start());
  private final Button save = new Button("Save", click -> save());
  private final Button release = new Button("Release", click -> askRelease());
  private final Button discard = new Button("Discard draft", click -> askDiscard());
  private final PageHead head = new PageHead("", "", state, start, save, release);
  private final Div troubles = new Div();
  private final ProcessEditor editor = new ProcessEditor();
  private final Div problems = new Div();
  private final Div versions = new Div();
  private Flow flow = new Flow("", "", false, "", 0, null, List.of());
  private OpenDraft draft;
  private boolean asking;

  FlowView(
      Flows flows,
      Starts starts,
      StepTemplates templates,
      Settings settings,
      AuthenticationContext login,
      Pulse pulse) {
    this.flows = flows;
    this.starts = starts;
    this.pulse = pulse;
    this.zone = settings.work().zone();
    this.who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    this.draft = new OpenDraft(flows, flow, who);
    addClassNames("wide", "drawing-page");
    state.addClassNames("soft", "small");
    state.getElement().setAttribute("role", "status");
    release.addThemeVariants(ButtonVariant.PRIMARY);
    discard.addThemeVariants(ButtonVariant.TERTIARY);
    problems.addClassName("panel");
    versions.addClassName("panel");
    editor.setTemplates(templates.all());
    editor.onEdit(this::keep);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    try {
      flow = flows.flow(event.getRouteParameters().get("flow").orElse(""));
    } catch (FlowNotFound missing) {
      add(
          new Blank(
              Glyph.FLOWS,
              "There is no such flow",
              "It may have another short name now.",
              new Anchor("flows", "All flows")));
      return;
    }
    Div frame = new Div(editor);
    frame.addClassName("drawing-frame");
    Div below = new Div(problems, versions);
    below.addClassName("drawing-below");
    add(head, troubles, frame, below);
    load();
  }

  @Override
  public String getPageTitle() {
    return (flow.title().isEmpty() ? "Flow" : flow.title()) + " · Continuo";
  }

  private void load() {
    flow = flows.flow(flow.id());
    draft = new OpenDraft(flows, flow, who);
    editor.open(draft.xml());
    show();
  }

  private void show() {
    flow = flows.flow(flow.id());
    head.setTitle(flow.title());
    head.setLine(
        flow.released()
            ? flow.id() + ", version " + flow.versions().getFirst().version() + " runs"
            : flow.id() + ", not released yet");
    Instant at = draft.savedAt();
    state.setText(
        !flow.hasDraft() || at == null ? "As released" : "Draft saved " + Moments.at(at, zone));
    start.setVisible(flow.released());
    List<Finding> found = flows.check(draft.xml());
    editor.setFindings(found);
    problems(found);
    versions();
  }

  private void problems(List<Finding> found) {
    problems.removeAll();
    problems.add(new H2(found.isEmpty() ? "Problems" : "Problems (" + found.size() + ")"));
    if (found.isEmpty()) {
      Span none = new Span("None. It can be released.");
      none.addClassName("soft");
      problems.add(none);
    } else {
      problems.add(new ProblemList(found, editor::select));
    }
  }

  private void versions() {
    Anchor download =
        new Anchor(
            DownloadHandler.fromInputStream(
                asked -> {
                  byte[] xml = flows.flow(flow.id()).newestXml().getBytes(StandardCharsets.UTF_8);
                  return new DownloadResponse(
                      new ByteArrayInputStream(xml),
                      flow.id() + ".bpmn",
                      "application/xml",
                      xml.length);
                }),
            "Download BPMN");
    discard.setVisible(flow.hasDraft() && flow.released());
    Div title = new Div(new H2("Versions"), discard, download);
    title.addClassName("versions-head");
    versions.removeAll();
    versions.add(title, new VersionRail(flow.versions(), zone, this::look));
  }

  private void look(Flow.Version version) {
    new VersionDialog(
            version.version(),
            version.releasedBy(),
            version.releasedAt(),
            version.why(),
            zone,
            new ProcessEditor(),
            version.xml())
        .with("Take as draft", () -> take(version.xml()))
        .open();
  }

  /** Saves what was edited; true when it is safe now. */
  private boolean keep(String xml) {
    if (asking) {
      return false;
    }
    troubles.removeAll();
    try {
      draft.keep(xml);
      show();
      pulse.beat(Topic.FLOWS);
      return true;
    } catch (DraftChanged elsewhere) {
      asking = true;
      new ConflictDialog("drew", () -> settle(this::load), () -> settle(() -> keepAnyway(xml)))
          .open();
    } catch (RuntimeException failed) {
      state.setText("Not saved");
      troubles.add(
          new Trouble(
              "The draft could not be saved.",
              "The store did not answer. What you drew is still here.",
              "Choose Save again when the dot at the top is green."));
    }
    return false;
  }

  private void settle(Runnable chosen) {
    asking = false;
    chosen.run();
  }

  private void keepAnyway(String xml) {
    draft.keepAnyway(xml);
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
      Toast.show("That version is your draft now. Release it to make it run.");
    }
  }

  private void askRelease() {
    editor.current(
        (xml, edited) -> {
          if (!edited || keep(xml)) {
            int next = flow.released() ? flow.versions().getFirst().version() + 1 : 1;
            new ReleaseDialog(next, this::release).open();
          }
        });
  }

  private void release(String why) {
    Flow.Version version = flows.release(flow.id(), who, why);
    Toast.show("Version " + version.version() + " is released. New runs follow it.");
    show();
    pulse.beat(Topic.FLOWS);
  }

  private void askDiscard() {
    int version = flow.versions().getFirst().version();
    ConfirmDialog ask =
        new ConfirmDialog(
            "Discard the draft?",
            "Version " + version + " is put back. What was drawn since then is gone.",
            "Discard",
            confirmed -> {
              flows.discardDraft(flow.id());
              load();
              pulse.beat(Topic.FLOWS);
            });
    ask.setCancelable(true);
    ask.setConfirmButtonTheme("error primary");
    ask.open();
  }

  private void start() {
    new StartDialog(starts, flow, who).open();
  }
}
