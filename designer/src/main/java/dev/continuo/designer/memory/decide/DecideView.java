package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Waits;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What memory leaves to a person: contradictions, doubles, facts whose ground fell, refusals. */
@Route(value = "memory/review", layout = Shell.class)
@PageTitle("To decide · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class DecideView extends Div implements BeforeEnterObserver {
  private final Memory memory;
  private final MemoryPlaces places = new MemoryPlaces(Place.DECIDE);
  private final Tab facts = new Tab("Facts");
  private final Tab merges = new Tab("Doubles");
  private final Tab shaky = new Tab("Shaky");
  private final Tab refused = new Tab("Refused");
  private final Tab settled = new Tab("Decided");
  private final Tabs tabs = new Tabs(facts, merges, shaky, refused, settled);
  private final Map<Tab, LongList<?>> lists = new LinkedHashMap<>();

  DecideView(Memory memory, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.memory = memory;
    Hand hand = Hand.of(memory, settings, login);
    Drawer drawer = new Drawer();
    Surroundings surroundings = new Surroundings(hand, drawer, this::load);
    DecideLists all =
        new DecideLists(hand, new Decisions(hand, this::load), surroundings::openFact, this::load);
    lists.put(facts, all.reviews());
    lists.put(merges, all.doubles());
    lists.put(shaky, all.shaky());
    lists.put(refused, all.refused());
    lists.put(settled, all.decided());
    addClassNames("column", "memory");
    tabs.addSelectedChangeListener(change -> load());
    pulse.follow(this, Set.of(Topic.FACTS), this::counts);
    add(new PageHead("To decide", "What memory does not settle by itself"), places, tabs);
    add(lists.values().toArray(Component[]::new));
    add(drawer);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String wanted =
        event.getLocation().getQueryParameters().getSingleParameter("show").orElse("facts");
    tabs.setSelectedTab(
        switch (wanted) {
          case "doubles" -> merges;
          case "shaky" -> shaky;
          case "refused" -> refused;
          case "decided" -> settled;
          default -> facts;
        });
    load();
  }

  private void load() {
    counts();
    lists.forEach(
        (tab, list) -> {
          list.setVisible(tab == tabs.getSelectedTab());
          if (list.isVisible()) {
            list.load();
          }
        });
  }

  /** New items show their count; what is being read stays in its place. */
  private void counts() {
    try {
      Waits waits = memory.browse().waiting();
      places.count(Place.DECIDE, waits.asking());
      label(facts, "Facts", waits.reviews());
      label(merges, "Doubles", waits.merges());
      label(shaky, "Shaky", waits.shaky());
      label(refused, "Refused", waits.refused());
    } catch (MemoryUnavailable | MemoryFailed resting) {
      // What is shown stays; the next change brings the rest.
    }
  }

  private static void label(Tab tab, String words, int count) {
    tab.setLabel(count == 0 ? words : words + " %,d".formatted(count));
  }
}
