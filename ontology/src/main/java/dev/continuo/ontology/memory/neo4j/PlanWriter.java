package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.gate.WritePlan;
import dev.continuo.ontology.memory.gate.WritePlan.EntityChange;
import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Carries a plan out. Values travel as parameters; labels and relationship types come from the
 * vocabulary.
 */
final class PlanWriter {

  private final Vocabulary vocabulary;
  private final FactWriter facts;

  PlanWriter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.facts = new FactWriter(vocabulary);
  }

  /**
   * @param lockedKeys entity keys that were locked for this write; those nobody owns go again
   * @param lockedSlots slots that were locked for it; those that were never filled go again
   */
  void write(
      TransactionContext tx,
      WritePlan plan,
      Collection<String> lockedKeys,
      Collection<String> lockedSlots) {
    writeEntities(tx, plan);
    writeActivity(tx, plan);
    facts.write(tx, plan);
    if (!plan.withheld().isEmpty()) {
      writeWithheld(tx, plan);
      dropUnused(tx, plan, lockedKeys, lockedSlots);
    }
  }

  private void writeEntities(TransactionContext tx, WritePlan plan) {
    if (!plan.entities().isEmpty()) {
      tx.run(
              """
              CALL () {
                UNWIND $created AS x
                CREATE (e:Entity {id: x.id, kind: x.kind, key: x.key, label: x.label, aliases: [],
                                  firstSeen: $at, rev: 0})
                SET e:$(x.nodeLabel)
              }
              CALL () {
                UNWIND $touched AS x
                MATCH (e:Entity {id: x.id})
                SET e.rev = e.rev + 1, e.label = coalesce($names[x.id], e.label),
                    e.aliases = e.aliases + [a IN x.aliases WHERE NOT a IN e.aliases]
              }
              CALL () {
                UNWIND $keys AS x
                MATCH (e:Entity {id: x.id}), (k:Key {key: x.key})
                MERGE (k)-[:OF]->(e)
              }
              CALL () {
                UNWIND $maybeSame AS x
                MATCH (a:Entity {id: x.id}), (b:Entity {id: x.other})
                MERGE (a)-[:MAYBE_SAME {key: x.key}]->(b)
              }
              """,
              Map.of(
                  "at",
                  Times.stored(plan.recordedAt()),
                  "names",
                  plan.names(),
                  "created",
                  plan.entities().stream().filter(EntityChange::isNew).map(this::created).toList(),
                  "touched",
                  plan.entities().stream()
                      .map(e -> Map.of("id", e.id(), "aliases", e.aliases()))
                      .toList(),
                  "keys",
                  keys(plan),
                  "maybeSame",
                  maybeSame(plan)))
          .consume();
    }
  }

  private Map<String, Object> created(EntityChange entity) {
    return Map.of(
        "id",
        entity.id(),
        "kind",
        entity.kind(),
        "key",
        entity.keys().getFirst(),
        "label",
        entity.label(),
        "nodeLabel",
        vocabulary.kind(entity.kind()).map(EntityKind::nodeLabel).orElseThrow());
  }

  private static List<Map<String, String>> keys(WritePlan plan) {
    return plan.entities().stream()
        .flatMap(e -> e.keys().stream().map(key -> Map.of("id", e.id(), "key", key)))
        .toList();
  }

  private static List<Map<String, String>> maybeSame(WritePlan plan) {
    return plan.entities().stream()
        .flatMap(
            e ->
                e.maybeSame().entrySet().stream()
                    .map(
                        other ->
                            Map.of("id", e.id(), "other", other.getKey(), "key", other.getValue())))
        .toList();
  }

  private static void writeActivity(TransactionContext tx, WritePlan plan) {
    var episode = plan.write().episode();
    var generation = plan.write().generation();
    var source = new HashMap<String, @Nullable Object>();
    source.put("kind", episode.kind());
    source.put("occurredAt", Times.stored(episode.occurredAt()));
    source.put("sourceId", episode.sourceId());
    source.put("title", episode.title());
    source.put("text", episode.text());
    source.put("recordedAt", Times.stored(plan.recordedAt()));
    var activity = new HashMap<>(Results.stored(plan));
    activity.put("agent", generation.agent());
    activity.put("detail", generation.detail());
    activity.put("cost", generation.cost().toPlainString());
    activity.put("at", Times.stored(plan.recordedAt()));
    activity.put("done", true);
    tx.run(
            """
            MERGE (ep:Episode {key: $episodeKey}) ON CREATE SET ep += $episode
            WITH ep
            MATCH (a:Activity {key: $key}) SET a += $activity
            MERGE (a)-[:FROM]->(ep)
            """,
            Map.of(
                "key",
                plan.write().key(),
                "activity",
                activity,
                "episodeKey",
                episode.key(),
                "episode",
                source))
        .consume();
  }

  private static void writeWithheld(TransactionContext tx, WritePlan plan) {
    tx.run(
            """
            MATCH (a:Activity {key: $key})-[:FROM]->(ep:Episode)
            UNWIND $rows AS x
            CREATE (w:Withheld) SET w = x
            CREATE (w)-[:GENERATED_BY]->(a)
            CREATE (w)-[:EVIDENCE]->(ep)
            """,
            Map.of(
                "key",
                plan.write().key(),
                "rows",
                IntStream.range(0, plan.withheld().size())
                    .mapToObj(
                        i -> withheld(plan.withheld().get(i), plan.withheldProposals().get(i)))
                    .toList()))
        .consume();
  }

  private static Map<String, @Nullable Object> withheld(WithheldFact fact, FactProposal proposal) {
    var row = WithheldProposals.stored(proposal);
    row.put("id", fact.id());
    row.put("status", fact.status().name());
    row.put("subjectKind", fact.subjectKind());
    row.put("subjectKey", fact.subjectKey());
    row.put("subjectLabel", fact.subjectLabel());
    row.put("subjectId", fact.subjectId());
    row.put("predicate", fact.predicate());
    row.put("value", fact.value());
    row.put("validFrom", Times.stored(fact.validFrom()));
    row.put("rank", fact.rank().name());
    row.put("confidence", fact.confidence());
    row.put("quote", fact.quote());
    row.put("episodeKey", fact.episodeKey());
    row.put("code", fact.code());
    row.put("message", fact.message());
    row.put("conflictingFactId", fact.conflictingFactId());
    row.put("at", Times.stored(fact.at()));
    return row;
  }

  private static void dropUnused(
      TransactionContext tx,
      WritePlan plan,
      Collection<String> lockedKeys,
      Collection<String> lockedSlots) {
    var unused = new HashSet<>(lockedKeys);
    plan.entities().forEach(entity -> entity.keys().forEach(unused::remove));
    tx.run(
            """
            CALL () {
              MATCH (s:Slot) WHERE s.key IN $slots AND s.recordedAt IS NULL
              DELETE s
            }
            CALL () {
              MATCH (k:Key) WHERE k.key IN $keys AND NOT EXISTS { (k)-[:OF]->() }
              DELETE k
            }
            """,
            Map.of("slots", List.copyOf(lockedSlots), "keys", List.copyOf(unused)))
        .consume();
  }
}
