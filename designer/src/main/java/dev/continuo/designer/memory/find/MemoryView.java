package dev.continuo.designer.memory.find;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.decide.Waiting;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What is known: search, what came in lately; or one source's harvest. */
@Route(value = "memory", layout = Shell.class)
@PageTitle("Memory · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class MemoryView extends Div implements BeforeEnterObserver {
  private static final int MOST = 60;

  private final Memory memory;
  private final ZoneId zone;
  private final PageHead head =
      new PageHead("Memory", "What is known, each fact with the sentence it stands on");
  private final TextField text = new TextField();
  private final MemoryPlaces places = new MemoryPlaces(Place.KNOWN);
  private final Div body = new Div();
  private final Drawer drawer = new Drawer();
  private final Surroundings surroundings;
  private String episode = "";

  MemoryView(Memory memory, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.memory = memory;
    this.zone = settings.work().zone();
    this.surroundings = new Surroundings(Hand.of(memory, settings, login), drawer, this::load);
    addClassNames("column", "memory");
    text.setPlaceholder("A name, a mail address, a word of a mail");
    text.setAriaLabel("Search memory");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> load());
    pulse.follow(this, Set.of(Topic.FACTS), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    episode = event.getLocation().getQueryParameters().getSingleParameter("episode").orElse("");
    removeAll();
    setClassName("column", episode.isEmpty());
    setClassName("wide", !episode.isEmpty());
    if (episode.isEmpty()) {
      Div filters = new Div(text);
      filters.addClassNames("filters", "memory-search");
      add(head, places, filters, body, drawer);
    } else {
      add(head, body, drawer);
    }
    load();
  }

  /** New facts come in by themselves; what was searched or opened stays. */
  private void refresh() {
    if (episode.isEmpty() && text.isEmpty()) {
      load();
    }
  }

  private void load() {
    body.removeAll();
    try {
      if (!episode.isEmpty()) {
        harvest();
      } else {
        counts();
        body.add(lines());
      }
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      body.removeAll();
      body.add(MemoryTrouble.of(trouble, this::load));
    }
  }

  private void harvest() {
    memory
        .episode(episode)
        .ifPresentOrElse(
            source -> {
              head.setTitle(source.title());
              head.setLine(
                  "What this "
                      + source.kind()
                      + " brought into memory, "
                      + FactWords.moment(source.occurredAt(), zone));
              surroundings.addClassName("tall");
              surroundings.show(episode);
              body.add(new Anchor("memory", "All of memory"), surroundings);
            },
            () ->
                body.add(
                    new Blank(
                        Glyph.MEMORY,
                        "Nothing is remembered of this source yet",
                        "Its run may still be on the way. Load the page again in a moment.",
                        new Anchor("memory", "All of memory"))));
  }

  private void counts() {
    places.count(Place.DECIDE, Waiting.in(memory).asking());
  }

  private Component lines() {
    if (!text.isEmpty()) {
      return panel(hits(), "Nothing fits", "Try a name, part of an address, or a word of a mail.");
    }
    List<Component> facts =
        memory.latest(MOST).stream()
            .<Component>map(fact -> new FactLine(fact, zone, surroundings::openFact))
            .toList();
    return facts.isEmpty() ? Surroundings.nothing() : panel(facts, "", "");
  }

  private List<Component> hits() {
    return memory.search(text.getValue().strip(), MOST).stream()
        .<Component>map(hit -> new HitLine(hit, surroundings::openFact))
        .toList();
  }

  private static Component panel(List<Component> lines, String nothing, String words) {
    if (lines.isEmpty()) {
      return new Blank(Glyph.MEMORY, nothing, words);
    }
    Div panel = new Div();
    panel.addClassNames("panel", "thing-list");
    panel.add(lines);
    return panel;
  }
}
