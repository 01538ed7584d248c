package dev.continuo.designer.decision;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.DraftText;
import dev.continuo.runtime.decision.FlowPins;
import dev.continuo.runtime.decision.TableDraftChanged;
import dev.continuo.runtime.decision.TableNotFound;
import dev.continuo.runtime.decision.backtest.Backtests;
import dev.continuo.runtime.decision.backtest.Shadows;
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
  private final DraftEdits edits;
  private final Releases releases;
  private final FlowPins pins;
  private final Pulse pulse;
  private final ZoneId zone;

  private final Span state = new Span();
  private final Button discard =
      new Button("Discard draft", click -> RuleDialogs.discard(this::discard));
  private final Button help = new Button("Help", click -> HelpDialog.open());
  private final Button values = new Button("Values", click -> edits().askValues());
  private final Button save = new Button("Save", click -> save());
  private final Button release = new Button("Release", click -> askRelease());
  private final PageHead head = new PageHead("", "", state, help, values, discard, save, release);
  private final Div notices = new Div();
  private final TableFrame frame = new TableFrame();
  private final RuleTabs tabs;
  private final DraftCheck check;
  private @Nullable OpenTable open;
  private String stands = "";
  private String id = "";
  private String askedBy = "";
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
    this.pins = pins;
    this.pulse = pulse;
    this.zone = settings.work().zone();
    String who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    this.releases = new Releases(tables, pins, who, this::changed);
    this.edits =
        new DraftEdits(
            frame, this::draft, this::keep, new PickLists(decisions, Vocabulary::shipped), notices);
    this.tabs =
        new RuleTabs(
            new RuleTabs.Services(decisions, keptTests, backtests, shadows, sandbox),
            this::draft,
            frame,
            edits,
            releases,
            zone,
            who);
    this.check = new DraftCheck(table -> tabs.look(tables, table));
    addClassNames("wide", "drawing-page");
    state.addClassNames("soft", "small");
    state.getElement().setAttribute("role", "status");
    release.addThemeVariants(ButtonVariant.PRIMARY);
    discard.addThemeVariants(ButtonVariant.TERTIARY);
    help.addThemeVariants(ButtonVariant.TERTIARY);
    values.addThemeVariants(ButtonVariant.TERTIARY);
    values.setTooltipText("Words that cells offer to choose from");
    frame.onEdit(this::keep);
    pulse.follow(this, Set.of(Topic.RUNS), () -> tabs.asked(id));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    id = event.getRouteParameters().get("table").orElse("");
    try {
      open = new OpenTable(tables, id);
    } catch (TableNotFound missing) {
      add(
          new Blank(
              Glyph.RULES,
              "There is no such table",
              "It may have another name now.",
              new Anchor("rules", "All tables")));
      return;
    }
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

  private DraftText draft() {
    return open().draft();
  }

  private OpenTable open() {
    if (open == null) {
      throw new IllegalStateException("no table is open");
    }
    return open;
  }

  private void load() {
    open = new OpenTable(tables, id);
    DecisionTable table = tables.table(id);
    askedBy =
        table.kind() == DecisionTable.Kind.FLOW
                && table.releasedVersion() > 0
                && pins.askers(id).isEmpty()
            ? "; no released flow asks it yet"
            : "";
    frame.open(open().draft().xml());
    show();
  }

  private void show() {
    DecisionTable table = tables.table(id);
    head.setTitle(table.title());
    head.setLine(
        (table.kind() == DecisionTable.Kind.HOUSE ? "House rule" : "Rule of a flow")
            + (table.retired()
                ? ", retired: nothing new may ask it"
                : table.releasedVersion() == 0
                    ? ", not released yet"
                    : ", version " + table.releasedVersion() + " answers" + askedBy));
    Instant at = open().draft().savedAt();
    stands =
        table.retired()
            ? "Retired"
            : !table.draftDiffers() || at == null
                ? "As released"
                : "Draft saved " + Moments.at(at, zone);
    state.setText(stands);
    discard.setVisible(table.draftDiffers() && table.releasedVersion() > 0);
    notices.removeAll();
    if (table.offered()) {
      notices.add(offer());
    }
    tabs.show(table, tables.versions(id));
    getUI().ifPresent(this::check);
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    if (open != null) {
      check(attach.getUI());
    }
  }

  /** Looks at what is stored now, beside the page; whoever types on is not held up. */
  private void check(UI ui) {
    state.setText(stands + " \u00b7 Checking ...");
    tabs.checking();
    check.begin(
        ui,
        id,
        found -> checked(ui, found),
        () -> {
          state.setText(stands);
          tabs.checkFailed();
        });
  }

  private void checked(UI ui, Checked found) {
    if (found.draft().tableId().equals(id)) {
      state.setText(stands);
      head.setTitle(found.draft().title());
      tabs.checked(ui, found);
    }
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
    frame.current(
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

  private void askRelease() {
    frame.current(
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
