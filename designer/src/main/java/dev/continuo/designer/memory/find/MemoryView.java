package dev.continuo.designer.memory.find;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.Set;

/** What is known: search, lists by kind, what came in lately; or one source's harvest. */
@Route(value = "memory", layout = Shell.class)
@PageTitle("Memory · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class MemoryView extends Div implements BeforeEnterObserver {
  private final Memory memory;
  private final ZoneId zone;
  private final PageHead head =
      new PageHead("Memory", "What is known, each fact with the sentence it stands on");
  private final MemoryPlaces places = new MemoryPlaces(Place.KNOWN);
  private final Drawer drawer = new Drawer();
  private final Surroundings surroundings;
  private final KnownList known;
  private boolean harvest;

  MemoryView(Memory memory, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.memory = memory;
    this.zone = settings.work().zone();
    Hand hand = Hand.of(memory, settings, login);
    this.surroundings = new Surroundings(hand, drawer, this::refresh);
    this.known = new KnownList(hand, surroundings::openFact);
    addClassName("memory");
    pulse.follow(this, Set.of(Topic.FACTS), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    String episode = parameters.getSingleParameter("episode").orElse("");
    harvest = !episode.isEmpty();
    removeAll();
    setClassName("column", !harvest);
    setClassName("wide", harvest);
    if (harvest) {
      add(head, harvest(episode), drawer);
    } else {
      add(head, places, known, drawer);
      known.show(parameters.getSingleParameter("show").orElse(""));
      places.countWaiting(memory);
    }
  }

  /** New facts come in by themselves; what was searched or opened stays. */
  private void refresh() {
    if (!harvest) {
      known.refresh();
      places.countWaiting(memory);
    }
  }

  private Component harvest(String key) {
    Div body = new Div();
    try {
      memory
          .episode(key)
          .ifPresentOrElse(source -> body.add(harvest(source)), () -> body.add(none()));
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      body.removeAll();
      body.add(MemoryTrouble.of(trouble, () -> getUI().ifPresent(ui -> ui.getPage().reload())));
    }
    return body;
  }

  private Component harvest(Episode source) {
    head.setTitle(source.title());
    head.setLine(
        "What this "
            + source.kind()
            + " brought into memory, "
            + FactWords.moment(source.occurredAt(), zone));
    surroundings.addClassName("tall");
    surroundings.show(source.key());
    return new Div(new Anchor("memory", "All of memory"), surroundings);
  }

  private static Blank none() {
    return new Blank(
        Glyph.MEMORY,
        "Nothing is remembered of this source yet",
        "Its run may still be on the way. Load the page again in a moment.",
        new Anchor("memory", "All of memory"));
  }
}
