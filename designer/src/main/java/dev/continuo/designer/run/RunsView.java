package dev.continuo.designer.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.flow.Starts;
import dev.continuo.runtime.journal.RunFilter;
import dev.continuo.runtime.journal.RunPage;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All runs, newest first. */
@Route(value = "runs", layout = Shell.class)
@PageTitle("Runs · Continuo")
@PermitAll
class RunsView extends Div {
  private static final int PAGE = 40;

  private final Runs runs;
  private final RunWords words;
  private final Settings settings;
  private final PageHead head = new PageHead("Runs", "");
  private final TextField text = new TextField();
  private final Select<String> flow = new Select<>();
  private final Map<Tab, RunState> states = new LinkedHashMap<>();
  private final Tabs tabs = new Tabs();
  private final RefusedStarts refused;
  private final Div list = new Div();
  private final Button more = new Button("Show more", click -> append());
  private @Nullable RunState state;
  private @Nullable String next;
  private int shown;

  RunsView(Runs runs, Starts starts, RunWords words, Settings settings, Pulse pulse) {
    this.runs = runs;
    this.words = words;
    this.settings = settings;
    addClassName("column");
    list.addClassNames("panel", "run-list");
    refused = new RefusedStarts(starts, words);
    add(head, refused, filters(), list, more);
    pulse.follow(this, Set.of(Topic.RUNS), this::refresh);
    load();
  }

  private Div filters() {
    text.setPlaceholder("Search by words or run number");
    text.setAriaLabel("Search runs");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> load());
    Map<String, String> titles = words.titles();
    flow.setAriaLabel("Flow");
    flow.setPlaceholder("All flows");
    flow.setEmptySelectionAllowed(true);
    flow.setEmptySelectionCaption("All flows");
    flow.setItems(titles.keySet());
    flow.setItemLabelGenerator(id -> id == null ? "All flows" : titles.getOrDefault(id, id));
    flow.addValueChangeListener(change -> load());

    tabs.add(new Tab("All"));
    for (RunState one : RunState.values()) {
      Tab tab = new Tab();
      states.put(tab, one);
      tabs.add(tab);
    }
    tabs.addSelectedChangeListener(
        change -> {
          state = states.get(change.getSelectedTab());
          load();
        });
    Div filters = new Div(tabs, flow, text);
    filters.addClassName("filters");
    return filters;
  }

  private void load() {
    shown = 0;
    next = null;
    list.removeAll();
    append();
    count();
  }

  /** Reads as many again as are shown, so that the place is kept. */
  private void refresh() {
    int wanted = Math.clamp(shown, PAGE, 200);
    RunPage page = runs.list(filter(), null, wanted);
    if (shown <= wanted) {
      list.removeAll();
      shown = 0;
      show(page);
    }
    count();
  }

  private void append() {
    show(runs.list(filter(), next, PAGE));
  }

  private void show(RunPage page) {
    page.runs().forEach(run -> list.add(new RunLine(run, words, settings.work().zone())));
    shown += page.runs().size();
    next = page.next();
    more.setVisible(next != null);
    if (shown == 0) {
      list.add(
          filter().equals(RunFilter.ALL)
              ? new Blank(
                  Glyph.RUNS,
                  "Nothing has run yet",
                  "Drop a mail on Today or into the inbox folder; its run will stand here.")
              : new Blank(Glyph.SEARCH, "No run fits", "Try other words or another state."));
    }
  }

  private void count() {
    refused.load();
    RunFilter wide = new RunFilter(flow.getValue(), null, text.getValue());
    Map<RunState, Long> counts = runs.counts(wide);
    states.forEach(
        (tab, one) -> {
          long n = counts.getOrDefault(one, 0L);
          tab.setLabel(RunWords.state(one) + (n == 0 ? "" : " " + n));
        });
    long all = counts.values().stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    head.setLine(all == 1 ? "1 run" : all + " runs");
  }

  private RunFilter filter() {
    return new RunFilter(flow.getValue(), state, text.getValue());
  }
}
