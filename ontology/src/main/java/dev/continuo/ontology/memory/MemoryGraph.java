package dev.continuo.ontology.memory;

import java.util.List;

/**
 * A piece of memory to draw: current entities and typed edges.
 *
 * @param truncated true when the limit cut something off
 */
public record MemoryGraph(List<Node> nodes, List<Edge> edges, boolean truncated) {

  public MemoryGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * @param id entity id, or the episode key for the source itself
   * @param kind curie of the kind, or {@code episode}
   * @param depth steps from where the question started
   */
  public record Node(String id, String kind, String kindLabel, String label, int depth) {}

  /**
   * @param predicate curie, or {@code mentions} from an episode
   * @param factId the fact behind the edge
   */
  public record Edge(String source, String target, String predicate, String label, String factId) {}
}
