package dev.continuo.designer.memory.graph;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomEvent;
import dev.continuo.ontology.memory.MemoryGraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A piece of memory as a drawing that grows where it is asked to. */
@Tag("continuo-memory-graph")
final class GraphPanel extends Component {
  private final Map<String, MemoryGraph.Node> nodes = new LinkedHashMap<>();
  private final Map<String, MemoryGraph.Edge> edges = new LinkedHashMap<>();

  /** Draws what is given together with what is drawn already. */
  void add(MemoryGraph piece) {
    piece.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    piece.edges().forEach(edge -> edges.putIfAbsent(id(edge), edge));
    getElement().setPropertyJson("graph", json());
  }

  /** Draws that alone. */
  void show(MemoryGraph all) {
    nodes.clear();
    edges.clear();
    add(all);
  }

  void select(String nodeId) {
    getElement().setProperty("selected", nodeId);
  }

  /** Hears of a chosen node: its id and kind. */
  void onNode(BiConsumer<String, String> chosen) {
    on("node-selected", chosen);
  }

  /** Hears of a node that is to show what hangs on it. */
  void onExpand(BiConsumer<String, String> chosen) {
    on("node-expand", chosen);
  }

  /** Hears of a chosen edge that stands for a fact. */
  void onFact(Consumer<String> chosen) {
    getElement()
        .addEventListener(
            "edge-selected",
            event -> {
              String fact = text(event, "event.detail.factId");
              if (!fact.isEmpty()) {
                chosen.accept(fact);
              }
            })
        .addEventData("event.detail.factId");
  }

  private void on(String event, BiConsumer<String, String> chosen) {
    getElement()
        .addEventListener(
            event, it -> chosen.accept(text(it, "event.detail.id"), text(it, "event.detail.kind")))
        .addEventData("event.detail.id")
        .addEventData("event.detail.kind");
  }

  private static String text(DomEvent event, String what) {
    return event.getEventData().get(what).asString("");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    attach.getUI().getPage().addJsModule("context://continuo/memory-graph.js");
  }

  private ObjectNode json() {
    ObjectNode graph = JsonNodeFactory.instance.objectNode();
    ArrayNode drawn = graph.putArray("nodes");
    nodes
        .values()
        .forEach(
            node ->
                drawn
                    .addObject()
                    .put("id", node.id())
                    .put("kind", node.kind())
                    .put("label", node.label())
                    .put("sub", node.kindLabel()));
    ArrayNode lines = graph.putArray("edges");
    edges.forEach(
        (id, edge) -> {
          ObjectNode line =
              lines
                  .addObject()
                  .put("id", id)
                  .put("source", edge.source())
                  .put("target", edge.target())
                  .put("label", edge.label());
          if (!edge.factId().isEmpty()) {
            line.put("factId", edge.factId());
          }
        });
    return graph;
  }

  private static String id(MemoryGraph.Edge edge) {
    return edge.source() + " " + edge.predicate() + " " + edge.target();
  }
}
