package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.budget.TookPanel;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.memory.erase.EraseDialog;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.activity.ActivityLog;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.erasure.Erasure;
import dev.continuo.runtime.filing.Filings;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** One person, organisation, request: what is known of it and what surrounds it. */
@Route(value = "memory/:entity", layout = Shell.class)
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class EntityView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  static final Set<String> CLIENTS = Set.of("schema:Person", "org:Organization");

  private final Memory memory;
  private final Erasure erasure;
  private final Pulse pulse;
  private final Hand hand;
  private final ZoneId zone;
  private final Button past = new Button("Look back", Glyph.CLOCK.icon());
  private final Button erase = new Button("Erase\u2026", click -> erase());
  private final PageHead head =
      new PageHead("", "", new Anchor("memory", "All of memory"), past, erase);
  private final LookBack lookBack;
  private final Drawer drawer = new Drawer();
  private final Surroundings surroundings;
  private final ClientParts parts;
  private final TookPanel took;
  private String id = "";
  private String title = "Memory";
  private long seen = -1;

  EntityView(
      Memory memory,
      Erasure erasure,
      LastLooks looks,
      Documents kept,
      Filings filings,
      Settings settings,
      ActivityLog activities,
      Bills bills,
      AuthenticationContext login,
      Pulse pulse) {
    this.memory = memory;
    this.took = new TookPanel(activities, bills);
    this.erasure = erasure;
    this.pulse = pulse;
    this.hand = Hand.of(memory, settings, login);
    erase.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    this.zone = settings.work().zone();
    this.surroundings = new Surroundings(hand, drawer, this::load);
    this.parts = new ClientParts(hand, looks, kept, filings, surroundings);
    addClassNames("wide", "memory");
    this.lookBack = new LookBack(zone, this::travel);
    past.addClickListener(click -> lookBack(!lookBack.isVisible()));
    pulse.follow(this, Set.of(Topic.FACTS), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id =
        URLDecoder.decode(
            event.getRouteParameters().get("entity").orElse("").replace("+", "%2B"),
            StandardCharsets.UTF_8);
    lookBack.read(event.getLocation().getQueryParameters());
    lookBack.setVisible(!lookBack.isNow());
    load();
  }

  /** Closing it leads back to now. */
  private void lookBack(boolean open) {
    lookBack.setVisible(open);
    if (!open && !lookBack.isNow()) {
      lookBack.reset();
      travel();
    }
  }

  private void erase() {
    Hand.done(
        () ->
            memory
                .entity(id)
                .ifPresent(
                    client -> new EraseDialog(erasure, pulse, hand, client, this::load).open()));
  }

  private void travel() {
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, new Location(Paths.entity(id), lookBack.written())));
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
      surroundings.show(found.get().id(), lookBack.asOf());
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      removeAll();
      add(MemoryTrouble.of(trouble, this::load));
      return;
    }
    Div aside = new Div(surroundings, took);
    aside.addClassName("entity-aside");
    Div both = new Div(parts, aside);
    both.addClassName("entity-both");
    add(head, lookBack, both, drawer);
  }

  /** Reads again only when memory wrote something about it. */
  private void refresh() {
    try {
      memory.entity(id).filter(entity -> entity.version() != seen).ifPresent(this::show);
      parts.refreshDocuments();
    } catch (MemoryUnavailable | MemoryFailed resting) {
      // What is shown stays; the next change brings the rest.
    }
  }

  private void show(Entity entity) {
    seen = entity.version();
    took.ofClient(entity.id());
    title = entity.label();
    head.setTitle(entity.label());
    erase.setVisible(CLIENTS.contains(entity.kind()));
    head.setLine(entity.kindLabel() + ", known since " + FactWords.day(entity.firstSeen(), zone));
    memory.browse().days(entity.id()).ifPresent(lookBack::span);
    parts.show(entity, lookBack.asOf());
  }
}
