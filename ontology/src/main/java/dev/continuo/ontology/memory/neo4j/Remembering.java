package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.gate.KnownEntity;
import dev.continuo.ontology.memory.gate.Resolved;
import dev.continuo.ontology.memory.gate.StoredConfirmation;
import dev.continuo.ontology.memory.gate.StoredRow;
import dev.continuo.ontology.memory.gate.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * One write in one transaction. The store reads what is committed, so everything the plan depends
 * on is locked before it is read, and always in the same order: the write's key, entity keys,
 * entities, slots, sources, each sorted.
 */
final class Remembering {

  /** Later than anything a fact may say. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final TransactionContext tx;
  private final Terms terms;

  Remembering(TransactionContext tx, Terms terms) {
    this.tx = tx;
    this.terms = terms;
  }

  /**
   * @param asked makes the write; called inside the transaction, only when the key is new
   */
  Remembered run(String key, Instant now, Function<Remembering, Write> asked) {
    var state = open(key);
    if (state.erased()) {
      tx.run("MATCH (a:Activity {key: $key}) DELETE a", Map.of("key", key)).consume();
      return new Remembered(
          key, "", List.of(), List.of(), List.of(), List.of(), Map.of(), Set.of());
    }
    if (state.done()) {
      return terms.results().read(tx, key).orElseThrow();
    }
    var write = asked.apply(this);
    var gate = terms.gate();
    var sifted = gate.sift(write);
    var keys = sifted.keys();
    var resolved = sifted.resolve(lockKeys(keys));
    var rows = lockEntities(resolved, key);
    var slots = lockSlots(resolved);
    var plan =
        gate.plan(
            resolved,
            rows,
            slots.confirmations(),
            believed(resolved.bases()),
            later(now, slots.recordedAt()));
    terms.writer().write(tx, plan, keys, resolved.slotKeys());
    return terms.results().of(plan);
  }

  /** The transaction it runs in. */
  TransactionContext transaction() {
    return tx;
  }

  /** The stored row with that id, if it is believed. */
  Record believedFact(String factId) {
    var found =
        tx.run(
                "MATCH (f:Fact {factId: $factId}) WHERE f.recordedTo IS NULL " + Rows.FACT,
                Map.of("factId", factId))
            .list();
    if (found.isEmpty()) {
      throw new FactNotFound(factId);
    }
    return found.getFirst();
  }

  private record State(boolean done, boolean erased) {}

  /** Creates the write's own node; a second writer waits here until the first is through. */
  private State open(String key) {
    var found =
        tx.run(
                """
                MERGE (a:Activity {key: $key})
                WITH a
                OPTIONAL MATCH (gone:Erased {key: $erased})
                RETURN a.done AS done, gone IS NOT NULL AS erased
                """,
                Map.of("key", key, "erased", Tombstones.mark(key)))
            .single();
    return new State(found.get("done").asBoolean(false), found.get("erased").asBoolean());
  }

  /** Those of the facts that are believed; their entities are locked, so that they stay so. */
  private Set<String> believed(Collection<String> factIds) {
    return factIds.isEmpty()
        ? Set.of()
        : Set.copyOf(
            tx.run(
                    """
                    UNWIND $ids AS id
                    MATCH (f:Fact {factId: id})-[:SUBJECT]->(s:Entity)
                    WITH f, s ORDER BY s.id
                    SET s.lockedBy = 'base'
                    WITH f WHERE f.recordedTo IS NULL
                    RETURN f.factId AS id
                    """,
                    Map.of("ids", List.copyOf(factIds)))
                .list(r -> r.get("id").asString()));
  }

  private Map<String, KnownEntity> lockKeys(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var known =
        entities(
            """
            MATCH (k:Key)-[:OF]->(e:Entity) WHERE k.key IN $keys
            RETURN k.key AS key, e.id AS id, e.kind AS kind, e.label AS label
            """,
            keys);
    var missing = keys.stream().filter(key -> !known.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      known.putAll(
          entities(
              """
              UNWIND $keys AS key
              MERGE (k:Key {key: key})
              WITH collect(k) AS locked
              UNWIND locked AS k
              MATCH (k)-[:OF]->(e:Entity)
              RETURN k.key AS key, e.id AS id, e.kind AS kind, e.label AS label
              """,
              missing));
    }
    return known;
  }

  private Map<String, KnownEntity> entities(String cypher, Collection<String> keys) {
    var known = new HashMap<String, KnownEntity>();
    tx.run(cypher, Map.of("keys", List.copyOf(keys)))
        .forEachRemaining(
            r ->
                known.put(
                    r.get("key").asString(),
                    new KnownEntity(
                        r.get("id").asString(),
                        r.get("kind").asString(),
                        r.get("label").asString())));
    return known;
  }

  /**
   * Locks every entity that gets a fact or an edge, or loses one, and answers what is believed of
   * the subjects. Who loses one is looked up before anything is locked, so that all are locked in
   * one order; where that changes in between, the store may have to choose, and the write is tried
   * again. A plain SET, because a SET that reads what it writes takes the store's locks in another
   * order and ends in deadlocks.
   */
  private List<StoredRow> lockEntities(Resolved resolved, String key) {
    var ids = resolved.entityIds();
    if (ids.isEmpty()) {
      return List.of();
    }
    ids.addAll(ends(resolved.edgeSlotKeys()));
    return tx.run(
            """
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})
            SET e.lockedBy = $key
            WITH collect(e) AS locked
            UNWIND locked AS s
            WITH s WHERE s.id IN $subjects
            MATCH (s)<-[:SUBJECT]-(f:Fact) WHERE f.recordedTo IS NULL
            OPTIONAL MATCH (f)-[:OBJECT]->(o:Entity)
            RETURN f, s.id AS subjectId,
                   o.id AS objectId, o.kind AS objectKind, o.key AS objectKey, o.label AS objectLabel
            """,
            Map.of(
                "ids",
                List.copyOf(ids),
                "subjects",
                List.copyOf(resolved.subjectIds()),
                "key",
                key))
        .list(Rows::stored);
  }

  /** Where the edges of those slots lead now. */
  private List<String> ends(Collection<String> slotKeys) {
    return slotKeys.isEmpty()
        ? List.of()
        : tx.run(
                """
                UNWIND $slots AS key
                MATCH (:Slot {key: key})<-[:IN]-(f:Fact)-[:OBJECT]->(o:Entity)
                WHERE f.recordedTo IS NULL
                RETURN DISTINCT o.id AS id
                """,
                Map.of("slots", List.copyOf(slotKeys)))
            .list(r -> r.get("id").asString());
  }

  private record Slots(List<StoredConfirmation> confirmations, Optional<Instant> recordedAt) {}

  private Slots lockSlots(Resolved resolved) {
    var keys = List.copyOf(resolved.slotKeys());
    if (keys.isEmpty()) {
      return new Slots(List.of(), Optional.empty());
    }
    var confirmations = new ArrayList<StoredConfirmation>();
    var recorded = new ArrayList<Instant>();
    tx.run(
            """
            UNWIND $slots AS x
            MERGE (s:Slot {key: x.key}) SET s.rev = coalesce(s.rev, 0) + 1
            WITH collect([s, x.from]) AS locked
            UNWIND locked AS pair
            WITH pair[0] AS s, pair[1] AS from
            WHERE s.recordedAt IS NOT NULL
            CALL (s, from) {
              MATCH (s)-[c:CONFIRMED_BY]->(:Episode)
              WHERE from <= coalesce(s.confirmedTo, from) AND c.at >= from
              RETURN collect(c) AS confirmed
            }
            RETURN s.key AS key, s.recordedAt AS recordedAt, confirmed
            """,
            Map.of("slots", keys.stream().map(key -> slot(key, resolved)).toList()))
        .forEachRemaining(
            r -> {
              recorded.add(Times.read(r.get("recordedAt")));
              r.get("confirmed")
                  .values()
                  .forEach(c -> confirmations.add(confirmation(r.get("key").asString(), c)));
            });
    return new Slots(confirmations, recorded.stream().max(Instant::compareTo));
  }

  private static Map<String, Object> slot(String key, Resolved resolved) {
    var from = resolved.claimedFrom(key);
    return Map.of("key", key, "from", Times.stored(from.isBefore(NEVER) ? from : NEVER));
  }

  private static StoredConfirmation confirmation(String slotKey, Value c) {
    return new StoredConfirmation(
        slotKey,
        c.get("valueKey").asString(),
        Times.read(c.get("at")),
        SourceRank.valueOf(c.get("rank").asString()));
  }

  /** Recorded time never goes back within a slot, whatever the clock does. */
  private static Instant later(Instant now, Optional<Instant> last) {
    var recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    return last.filter(before -> !before.isBefore(recordedAt))
        .map(before -> before.plus(1, ChronoUnit.MICROS))
        .orElse(recordedAt);
  }
}
