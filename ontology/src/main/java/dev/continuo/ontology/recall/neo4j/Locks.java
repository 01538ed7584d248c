package dev.continuo.ontology.recall.neo4j;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;

/**
 * Whoever writes locks in one order, that of memory: entities, then facts' sources, each sorted. An
 * edge takes locks on both of its ends as it is drawn, so without this two writers that draw edges
 * to the same people wait for each other until the store ends one of them.
 */
final class Locks {

  private Locks() {}

  /** A plain SET: one that reads what it writes takes the locks in an order of its own. */
  static void entities(TransactionContext tx, List<String> sortedIds) {
    tx.run(
            "UNWIND $ids AS id MATCH (e:Entity {id: id}) SET e.lockedBy = 'recall'",
            Map.of("ids", sortedIds))
        .consume();
  }

  static void sources(TransactionContext tx, List<String> sortedKeys) {
    tx.run(
            "UNWIND $keys AS key MATCH (ep:Episode {key: key}) SET ep.lockedBy = 'recall'",
            Map.of("keys", sortedKeys))
        .consume();
  }
}
