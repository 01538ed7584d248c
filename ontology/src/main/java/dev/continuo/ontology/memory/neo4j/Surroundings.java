package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MemoryGraph.Edge;
import dev.continuo.ontology.memory.MemoryGraph.Node;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Walks the derived edges outwards, one step after the other, until it has enough. */
final class Surroundings {

  private static final int DEEPEST = 4;
  private static final int EDGES_PER_NODE = 20;

  /** Edges are kept for what is believed now, with its whole validity. */
  private static final String HOLDS =
      " WHERE edge.validFrom <= $valid AND (edge.validTo IS NULL OR $valid < edge.validTo)";

  /** What was believed at another time is read from the rows themselves. */
  private static final String ROWS_NEAR =
      "MATCH (a)<-[:SUBJECT|OBJECT]-(edge:Fact)-[:SUBJECT|OBJECT]->(b:Entity) WHERE "
          + Recall.AS_OF.replace("f.", "edge.")
          + " AND b <> a";

  private static final String ROWS_BETWEEN =
      "MATCH (a)<-[:SUBJECT]-(edge:Fact)-[:OBJECT]->(b:Entity) WHERE "
          + Recall.AS_OF.replace("f.", "edge.");

  private final TransactionContext tx;
  private final Rows rows;
  private final String near;
  private final String between;
  private final AsOf asOf;
  private final Instant now;
  private final int limit;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Edge> edges = new LinkedHashMap<>();
  private boolean truncated;

  Surroundings(
      TransactionContext tx, Rows rows, Vocabulary vocabulary, AsOf asOf, Instant now, int limit) {
    this.tx = tx;
    this.rows = rows;
    this.asOf = asOf;
    this.now = now;
    this.limit = Math.max(1, limit);
    boolean believedNow = asOf.recorded() == null;
    var types =
        vocabulary.predicates().stream().map(Predicate::edgeType).collect(Collectors.joining("|"));
    this.near = believedNow ? "MATCH (a)-[edge:" + types + "]-(b:Entity)" + HOLDS : ROWS_NEAR;
    this.between =
        believedNow ? "MATCH (a)-[edge:" + types + "]->(b:Entity)" + HOLDS : ROWS_BETWEEN;
  }

  MemoryGraph of(String name, int depth) {
    int steps = Math.clamp(depth, 0, DEEPEST);
    var recall = new Recall(tx, rows, new Tally());
    var centre = recall.entity(name);
    if (centre.isPresent()) {
      var e = centre.get();
      add(new Node(e.id(), e.kind(), e.kindLabel(), e.label(), 0));
      walk(List.of(e.id()), 1, steps);
    } else {
      fromEpisode(name, steps);
    }
    edgesBetween();
    return new MemoryGraph(List.copyOf(nodes.values()), List.copyOf(edges.values()), truncated);
  }

  private void fromEpisode(String key, int steps) {
    Optional<Node> episode =
        new Recall(tx, rows, new Tally())
            .episode(key)
            .map(e -> new Node(e.key(), "episode", e.kind(), e.title(), 0));
    if (episode.isEmpty()) {
      return;
    }
    add(episode.get());
    var found =
        tx.run(
                """
                MATCH (:Episode {key: $key})<-[:EVIDENCE]-(f:Fact) WHERE f.recordedTo IS NULL
                MATCH (f)-[:SUBJECT|OBJECT]->(said:Entity)
                OPTIONAL MATCH (kept:Entity {id: said.mergedInto})
                WITH f, coalesce(kept, said) AS e
                WITH e, min(f.factId) AS factId, count(f) AS facts
                RETURN e.id AS id, e.kind AS kind, e.label AS label, factId
                ORDER BY facts DESC, id LIMIT $limit
                """,
                Map.of("key", key, "limit", limit + 1))
            .list();
    for (var record : found) {
      var id = record.get("id").asString();
      var kind = record.get("kind").asString();
      if (add(new Node(id, kind, rows.kindLabel(kind), record.get("label").asString(), 1))) {
        var factId = record.get("factId").asString();
        edges.put("mentions " + id, new Edge(key, id, "mentions", "mentions", factId));
      }
    }
    walk(nodes.keySet().stream().filter(id -> !id.equals(key)).toList(), 2, steps);
  }

  private void walk(Collection<String> from, int step, int steps) {
    var frontier = List.copyOf(from);
    for (int depth = step; depth <= steps && !frontier.isEmpty() && !truncated; depth++) {
      frontier = step(frontier, depth);
    }
  }

  private List<String> step(List<String> frontier, int depth) {
    return tx
        .run(
            """
            UNWIND $ids AS id
            CALL (id) {
              MATCH (a:Entity {id: id}) RETURN a
              UNION
              MATCH (a:Entity {mergedInto: id}) RETURN a
            }
            CALL (a) {
              %s
              RETURN DISTINCT b AS near LIMIT $perNode
            }
            OPTIONAL MATCH (kept:Entity {id: near.mergedInto})
            WITH DISTINCT coalesce(kept, near) AS b
            RETURN DISTINCT b.id AS id, b.kind AS kind, b.label AS label
            """
                .formatted(near),
            at(frontier, perNode(depth)))
        .list()
        .stream()
        .filter(r -> !nodes.containsKey(r.get("id").asString()))
        .filter(
            r -> {
              var kind = r.get("kind").asString();
              return add(
                  new Node(
                      r.get("id").asString(),
                      kind,
                      rows.kindLabel(kind),
                      r.get("label").asString(),
                      depth));
            })
        .map(r -> r.get("id").asString())
        .toList();
  }

  /** All that hangs on the first; of the others only some, so that one of them does not fill it. */
  private int perNode(int depth) {
    return depth == 1 ? limit : Math.max(EDGES_PER_NODE, limit / 10);
  }

  private Map<String, @Nullable Object> at(List<String> ids, int perNode) {
    var valid = asOf.valid();
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("ids", ids);
    parameters.put("perNode", perNode);
    parameters.put("valid", Times.stored(valid == null ? now : valid));
    parameters.put("recorded", Times.storedOrNull(asOf.recorded()));
    return parameters;
  }

  private boolean add(Node node) {
    if (nodes.size() >= limit) {
      truncated = true;
      return false;
    }
    return nodes.putIfAbsent(node.id(), node) == null;
  }

  private void edgesBetween() {
    tx.run(
            """
            UNWIND $ids AS id
            CALL (id) {
              MATCH (a:Entity {id: id}) RETURN a
              UNION
              MATCH (a:Entity {mergedInto: id}) RETURN a
            }
            CALL (a) {
              %s
                AND coalesce(b.mergedInto, b.id) IN $ids
              RETURN edge, b LIMIT $perNode
            }
            RETURN id AS source, coalesce(b.mergedInto, b.id) AS target, edge.predicate AS predicate,
                   edge.factId AS factId
            """
                .formatted(between),
            at(List.copyOf(nodes.keySet()), Math.max(limit, 10 * EDGES_PER_NODE)))
        .forEachRemaining(
            r -> {
              var predicate = r.get("predicate").asString();
              var factId = r.get("factId").asString();
              edges.put(
                  factId,
                  new Edge(
                      r.get("source").asString(),
                      r.get("target").asString(),
                      predicate,
                      rows.predicateLabel(predicate),
                      factId));
            });
  }
}
