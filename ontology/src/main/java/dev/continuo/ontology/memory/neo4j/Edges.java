package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * Derives the typed edges anew from the believed facts, some entities at a time. Each entity is
 * locked meanwhile, so writes may go on.
 */
final class Edges {

  private static final int BATCH = 500;

  private final Session session;
  private final Map<String, String> types;

  Edges(Session session, Vocabulary vocabulary) {
    this.session = session;
    this.types =
        vocabulary.predicates().stream()
            .collect(Collectors.toMap(Predicate::curie, Predicate::edgeType));
  }

  int rebuild() {
    int count = 0;
    var ids = after("");
    while (!ids.isEmpty()) {
      count += rebuild(ids);
      ids = after(ids.getLast());
    }
    return count;
  }

  private List<String> after(String id) {
    return session.executeRead(
        tx ->
            tx.run(
                    """
                    MATCH (e:Entity) WHERE e.id > $id RETURN e.id AS id ORDER BY id LIMIT $batch
                    """,
                    Map.of("id", id, "batch", BATCH))
                .list(r -> r.get("id").asString()));
  }

  private int rebuild(List<String> ids) {
    return session.executeWrite(
        tx -> {
          tx.run(
                  "UNWIND $ids AS id MATCH (e:Entity {id: id}) SET e.lockedBy = 'rebuild'",
                  Map.of("ids", ids))
              .consume();
          tx.run(
                  """
                  UNWIND $ids AS id
                  MATCH (:Entity {id: id})-[edge]->(:Entity) WHERE edge.factId IS NOT NULL
                  DELETE edge
                  """,
                  Map.of("ids", ids))
              .consume();
          return tx
              .run(
                  """
                  UNWIND $ids AS id
                  MATCH (s:Entity {id: id})<-[:SUBJECT]-(f:Fact)-[:OBJECT]->(o:Entity)
                  WHERE f.recordedTo IS NULL AND $types[f.predicate] IS NOT NULL
                  CREATE (s)-[edge:$($types[f.predicate])]->(o)
                  SET edge.factId = f.factId, edge.predicate = f.predicate,
                      edge.validFrom = f.validFrom, edge.validTo = f.validTo
                  RETURN count(edge) AS edges
                  """,
                  Map.of("ids", ids, "types", types))
              .list(r -> r.get("edges"))
              .stream()
              .mapToInt(Value::asInt)
              .sum();
        });
  }
}
