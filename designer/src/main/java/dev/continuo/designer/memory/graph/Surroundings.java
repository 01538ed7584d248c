package dev.continuo.designer.memory.graph;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MemoryUnavailable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What surrounds an entity or came from a source: the graph, with details in the drawer. */
public final class Surroundings extends Div {
  private static final int DEPTH = 2;
  private static final int FIRST = 60;
  private static final int MORE = 30;
  private static final int MOST = 5_000;
  private static final int FACTS = 8;
  private static final String EPISODE = "episode";

  private final Memory memory;
  private final Drawer drawer;
  private final ZoneId zone;
  private final Hand hand;
  private final Runnable changed;
  private final GraphPanel graph = new GraphPanel();
  private final Span cut = new Span();
  private final Button more = new Button("Draw more", click -> drawMore());
  private final Map<String, Integer> grown = new HashMap<>();
  private String centre = "";
  private int drawn = FIRST;
  private AsOf asOf = AsOf.now();

  /**
   * @param changed called when a fact was corrected or retracted
   */
  public Surroundings(Hand hand, Drawer drawer, Runnable changed) {
    this.hand = hand;
    this.memory = hand.memory();
    this.drawer = drawer;
    this.zone = hand.zone();
    this.changed = changed;
    addClassName("surroundings");
    cut.addClassNames("soft", "small");
    Div frame = new Div(graph);
    frame.addClassName("graph-frame");
    Div below = new Div(cut, more);
    below.addClassName("graph-below");
    add(frame, below);
    graph.onNode(this::openNode);
    graph.onFact(this::openFact);
    graph.onExpand((id, kind) -> grow(id));
  }

  /** Draws what is so now. */
  public void show(String entityIdOrEpisodeKey) {
    show(entityIdOrEpisodeKey, AsOf.now());
  }

  /** Draws; throws what memory throws to the page, which says so in its place. */
  public void show(String entityIdOrEpisodeKey, AsOf pointOfView) {
    asOf = pointOfView;
    if (!centre.equals(entityIdOrEpisodeKey)) {
      centre = entityIdOrEpisodeKey;
      drawn = FIRST;
    }
    draw();
  }

  private void draw() {
    MemoryGraph found = memory.graph(centre, DEPTH, drawn, asOf);
    grown.clear();
    graph.show(found);
    graph.select(centre);
    more.setVisible(found.truncated() && drawn < MOST);
    cut.setText(
        found.truncated()
            ? "The nearest %,d are drawn. A double click on one shows what hangs on it."
                .formatted(found.nodes().size())
            : "A click shows the source, a double click what hangs on it.");
  }

  private void drawMore() {
    drawn = Math.min(MOST, drawn * 4);
    asked(this::draw);
  }

  public void openFact(String factId) {
    asked(
        () -> {
          Optional<FactDetail> found = memory.fact(factId);
          found.ifPresent(this::show);
        });
  }

  private void show(FactDetail detail) {
    Fact fact = detail.fact();
    FactPane pane = new FactPane(detail, memory.browse(), zone);
    if (fact.recordedTo() == null) {
      pane.addComponentAtIndex(
          1,
          new FactDeeds(
              hand,
              fact,
              () -> {
                openFact(fact.factId());
                changed.run();
              }));
    }
    drawer.show(fact.predicateLabel(), pane);
  }

  /** The whole text of a source. */
  public void openSource(String episodeKey) {
    asked(() -> memory.episode(episodeKey).ifPresent(this::openEpisode));
  }

  private void openNode(String id, String kind) {
    asked(
        () -> {
          if (EPISODE.equals(kind)) {
            memory.episode(id).ifPresent(this::openEpisode);
          } else {
            memory.entity(id).ifPresent(this::openEntity);
          }
        });
  }

  private void openEpisode(Episode episode) {
    Span when = new Span(episode.kind() + ", " + FactWords.moment(episode.occurredAt(), zone));
    when.addClassNames("soft", "small");
    drawer.show(episode.title(), when, new SourceText(episode.text(), new Evidence("", -1, -1)));
  }

  private void openEntity(Entity entity) {
    List<Component> parts = new ArrayList<>();
    Span kind =
        new Span(entity.kindLabel() + ", known since " + FactWords.day(entity.firstSeen(), zone));
    kind.addClassNames("soft", "small");
    parts.add(kind);
    List<Fact> facts =
        memory.browse().groups(entity.id(), asOf, 2).stream()
            .flatMap(group -> group.facts().stream())
            .limit(FACTS)
            .toList();
    facts.forEach(fact -> parts.add(new FactLine(fact, zone, this::openFact)));
    if (facts.isEmpty()) {
      parts.add(new Paragraph("Nothing is known about it beyond its name."));
    }
    parts.add(new Anchor(Paths.entity(entity.id()), "Open " + entity.label()));
    drawer.show(entity.label(), parts.toArray(Component[]::new));
  }

  private void grow(String id) {
    int wanted = Math.min(MOST, grown.merge(id, MORE, Integer::sum));
    asked(() -> graph.add(memory.graph(id, 1, wanted, asOf)));
  }

  private static void asked(Runnable question) {
    try {
      question.run();
    } catch (MemoryUnavailable | MemoryFailed resting) {
      Toast.show("Memory does not answer right now. Try again in a moment.");
    }
  }

  public static Component nothing() {
    return new Blank(
        Glyph.MEMORY,
        "Nothing is remembered yet",
        "Drop a mail on Today. What it says about people and their plans will stand here, each fact"
            + " with its sentence.",
        new Anchor("", "Go to Today"));
  }
}
