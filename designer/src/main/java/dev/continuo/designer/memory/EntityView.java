package dev.continuo.designer.memory;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person, organisation, request: what is known of it and what surrounds it. */
@Route(value = "memory/:entity", layout = Shell.class)
@StyleSheet("context://continuo-editors.css")
@PermitAll
class EntityView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Memory memory;
  private final ZoneId zone;
  private final PageHead head = new PageHead("", "", new Anchor("memory", "All of memory"));
  private final Div known = new Div();
  private final Div others = new Div();
  private final Drawer drawer = new Drawer();
  private final Surroundings surroundings;
  private String id = "";
  private String title = "Memory";
  private long seen = -1;

  EntityView(Memory memory, Settings settings, Pulse pulse) {
    this.memory = memory;
    this.zone = settings.work().zone();
    this.surroundings = new Surroundings(memory, drawer, zone);
    addClassNames("wide", "memory");
    known.addClassName("panel");
    others.addClassName("panel");
    pulse.follow(this, Set.of(Topic.FACTS), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id =
        URLDecoder.decode(
            event.getRouteParameters().get("entity").orElse("").replace("+", "%2B"),
            StandardCharsets.UTF_8);
    load();
  }

  @Override
  public String getPageTitle() {
    return title + " · Continuo";
  }

  private void load() {
    removeAll();
    try {
      Optional<Entity> found = memory.entity(id);
      if (found.isEmpty()) {
        add(
            new Blank(
                Glyph.MEMORY,
                "Nobody and nothing is known by that",
                "It may have been merged into another. Search for its name.",
                new Anchor("memory", "Search memory")));
        return;
      }
      show(found.get());
      surroundings.show(found.get().id());
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      removeAll();
      add(MemoryTrouble.of(trouble, this::load));
      return;
    }
    Div facts = new Div(known, others);
    facts.addClassName("entity-facts");
    Div both = new Div(facts, surroundings);
    both.addClassName("entity-both");
    add(head, both, drawer);
  }

  /** Reads again only when memory wrote something about it. */
  private void refresh() {
    try {
      memory.entity(id).filter(entity -> entity.version() != seen).ifPresent(this::show);
    } catch (MemoryUnavailable | MemoryFailed resting) {
      // What is shown stays; the next change brings the rest.
    }
  }

  private void show(Entity entity) {
    seen = entity.version();
    title = entity.label();
    head.setTitle(entity.label());
    head.setLine(entity.kindLabel() + ", known since " + FactWords.day(entity.firstSeen(), zone));
    List<Fact> facts = memory.facts(entity.id());
    known.removeAll();
    known.add(new H2("What is known"));
    known.add(
        facts.isEmpty()
            ? new Div("Nothing beyond its name.")
            : new FactGroups(facts, zone, surroundings::openFact));
    List<Fact> references = memory.references(entity.id(), null, AsOf.now());
    others.setVisible(!references.isEmpty());
    others.removeAll();
    others.add(new H2("Where it is named"));
    references.forEach(fact -> others.add(new FactLine(fact, zone, surroundings::openFact)));
  }
}
