package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.WithheldFact.Status;
import dev.continuo.ontology.memory.gate.WritePlan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What became of a write: made from its plan, kept on its activity, read back from there. */
final class Results {

  private final Rows rows;

  Results(Rows rows) {
    this.rows = rows;
  }

  Remembered of(WritePlan plan) {
    return new Remembered(
        plan.write().key(),
        plan.write().episode().key(),
        accepted(plan),
        confirmed(plan),
        with(Status.REVIEW, plan.withheld()),
        with(Status.REJECTED, plan.withheld()),
        plan.entityIds(),
        new HashSet<>(newEntities(plan)));
  }

  /** What is kept on the activity. */
  static Map<String, Object> stored(WritePlan plan) {
    var keys = plan.entityIds().keySet().stream().sorted().toList();
    return Map.of(
        "accepted",
        accepted(plan),
        "confirmed",
        confirmed(plan),
        "withheld",
        plan.withheld().stream().map(WithheldFact::id).toList(),
        "entityKeys",
        keys,
        "entityIds",
        keys.stream().map(plan.entityIds()::get).toList(),
        "newEntityIds",
        newEntities(plan));
  }

  Optional<Remembered> read(TransactionContext tx, String key) {
    return tx
        .run(
            """
            MATCH (a:Activity {key: $key})-[:FROM]->(ep:Episode)
            RETURN a, ep.key AS episodeKey
            """,
            Map.of("key", key))
        .list()
        .stream()
        .findFirst()
        .map(
            record -> {
              var a = record.get("a");
              var withheld = withheld(tx, texts(a.get("withheld")));
              return new Remembered(
                  key,
                  record.get("episodeKey").asString(),
                  texts(a.get("accepted")),
                  texts(a.get("confirmed")),
                  with(Status.REVIEW, withheld),
                  with(Status.REJECTED, withheld),
                  entityIds(a),
                  new HashSet<>(texts(a.get("newEntityIds"))));
            });
  }

  private List<WithheldFact> withheld(TransactionContext tx, List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : tx
            .run("MATCH (w:Withheld) WHERE w.id IN $ids RETURN w", Map.of("ids", ids))
            .list(rows::withheld)
            .stream()
            .sorted(Comparator.comparingInt(w -> ids.indexOf(w.id())))
            .toList();
  }

  private static Map<String, String> entityIds(Value activity) {
    var keys = texts(activity.get("entityKeys"));
    var ids = texts(activity.get("entityIds"));
    var byKey = new HashMap<String, String>();
    for (int i = 0; i < keys.size(); i++) {
      byKey.put(keys.get(i), ids.get(i));
    }
    return byKey;
  }

  private static List<String> accepted(WritePlan plan) {
    return plan.facts().stream()
        .filter(fact -> fact.proposal() >= 0)
        .sorted(Comparator.comparing(WritePlan.NewFact::proposal))
        .map(WritePlan.NewFact::factId)
        .toList();
  }

  private static List<String> confirmed(WritePlan plan) {
    return plan.confirmations().stream().map(WritePlan.NewConfirmation::factId).distinct().toList();
  }

  private static List<String> newEntities(WritePlan plan) {
    return plan.entities().stream()
        .filter(WritePlan.EntityChange::isNew)
        .map(WritePlan.EntityChange::id)
        .sorted()
        .toList();
  }

  private static List<WithheldFact> with(Status status, List<WithheldFact> withheld) {
    return withheld.stream().filter(w -> w.status() == status).toList();
  }

  private static List<String> texts(Value list) {
    return list.asList(Value::asString);
  }
}
