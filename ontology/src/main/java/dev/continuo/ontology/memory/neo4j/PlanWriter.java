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
    SourceLocks.lock(tx, plan);
    tx.run(EVERY_WRITE, parameters(plan)).consume();
    facts.write(tx, plan);
    if (!plan.withheld().isEmpty()) {
      writeWithheld(tx, plan);
      dropUnused(tx, plan, lockedKeys, lockedSlots);
    }
  }

  /** Source, activity, entities, new facts and confirmations: what nearly every write has. */
  private static final String EVERY_WRITE =
      """
      MERGE (ep:Episode {key: $episodeKey}) ON CREATE SET ep += $episode, ep:Unread
      WITH ep
      MATCH (a:Activity {key: $key}) SET a += $activity
      MERGE (a)-[:FROM]->(ep)
      WITH a, ep
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
      """
          + FactWriter.APPEND
          + FactWriter.CONFIRM;

  private Map<String, Object> parameters(WritePlan plan) {
    var parameters = new HashMap<String, Object>(facts.parameters(plan));
    parameters.put("key", plan.write().key());
    parameters.put("at", Times.stored(plan.recordedAt()));
    parameters.put("names", plan.names());
    parameters.put("episodeKey", plan.write().episode().key());
    parameters.put("episode", episode(plan));
    parameters.put("activity", activity(plan));
    parameters.put(
        "created",
        plan.entities().stream().filter(EntityChange::isNew).map(this::created).toList());
    parameters.put(
        "touched",
        plan.entities().stream().map(e -> Map.of("id", e.id(), "aliases", e.aliases())).toList());
    parameters.put("keys", keys(plan));
    parameters.put("maybeSame", maybeSame(plan));
    return parameters;
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

  private static Map<String, @Nullable Object> episode(WritePlan plan) {
    var episode = plan.write().episode();
    var source = new HashMap<String, @Nullable Object>();
    source.put("kind", episode.kind());
    source.put("occurredAt", Times.stored(episode.occurredAt()));
    source.put("sourceId", episode.sourceId());
    source.put("title", episode.title());
    source.put("text", episode.text());
    source.put("recordedAt", Times.stored(plan.recordedAt()));
    return source;
  }

  private static Map<String, Object> activity(WritePlan plan) {
    var generation = plan.write().generation();
    var activity = new HashMap<>(Results.stored(plan));
    activity.put("agent", generation.agent());
    activity.put("detail", generation.detail());
    activity.put("cost", generation.cost().toPlainString());
    activity.put("at", Times.stored(plan.recordedAt()));
    activity.put("done", true);
    return activity;
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
