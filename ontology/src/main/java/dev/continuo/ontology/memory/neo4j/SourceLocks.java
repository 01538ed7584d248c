package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.gate.WritePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/**
 * What is carried on is written beside its old source and activity, and an edge locks both of its
 * ends. Those that this write did not make are locked first, sorted, so that two writes that carry
 * on what the same mails said do not wait for each other.
 */
final class SourceLocks {

  private SourceLocks() {}

  static void lock(TransactionContext tx, WritePlan plan) {
    var continued =
        plan.facts().stream().flatMap(f -> Stream.ofNullable(f.continues())).distinct().toList();
    if (continued.isEmpty()) {
      return;
    }
    var episodes = sources(tx, "MATCH (f)-[:EVIDENCE]->(n:Episode)", continued);
    episodes.add(plan.write().episode().key());
    lock(tx, "MATCH (n:Episode {key: key})", episodes);
    lock(
        tx,
        "MATCH (n:Activity {key: key})",
        sources(tx, "MATCH (f)-[:GENERATED_BY]->(n:Activity)", continued));
  }

  private static TreeSet<String> sources(TransactionContext tx, String of, List<String> factIds) {
    return tx
        .run(
            "UNWIND $ids AS id MATCH (f:Fact {factId: id}) " + of + " RETURN DISTINCT n.key AS key",
            Map.of("ids", factIds))
        .stream()
        .map(r -> r.get("key").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void lock(TransactionContext tx, String named, TreeSet<String> keys) {
    tx.run(
            "UNWIND $keys AS key " + named + " SET n.lockedBy = 'write'",
            Map.of("keys", List.copyOf(keys)))
        .consume();
  }
}
