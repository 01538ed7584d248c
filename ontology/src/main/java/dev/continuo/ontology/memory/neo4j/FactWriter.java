package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.gate.WritePlan;
import dev.continuo.ontology.memory.gate.WritePlan.NewConfirmation;
import dev.continuo.ontology.memory.gate.WritePlan.NewFact;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Appends facts, closes those that are no longer believed, and keeps the derived edges in step. On
 * a stored fact nothing but {@code recordedTo} is ever set.
 */
final class FactWriter {

  /** Points {@code f} at its object and draws the edge that stands for it. */
  private static final String OBJECT =
      """
      WITH f, s, x WHERE x.objectId IS NOT NULL
      MATCH (o:Entity {id: x.objectId})
      CREATE (f)-[:OBJECT]->(o)
      CREATE (s)-[edge:$(x.edgeType)]->(o)
      SET edge.factId = f.factId, edge.predicate = f.predicate, edge.validFrom = f.validFrom,
          edge.validTo = f.validTo
      """;

  private final Vocabulary vocabulary;

  FactWriter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void write(TransactionContext tx, WritePlan plan) {
    close(tx, plan);
    markStale(tx, plan);
    carryOn(tx, plan);
    supersede(tx, plan);
    derive(tx, plan);
  }

  private static void close(TransactionContext tx, WritePlan plan) {
    run(
        tx,
        """
        MATCH (a:Activity {key: $key})
        UNWIND $rows AS id
        MATCH (f:Fact {factId: id})-[:SUBJECT]->(s:Entity) WHERE f.recordedTo IS NULL
        SET f.recordedTo = $at, s.rev = s.rev + 1
        CREATE (a)-[:CLOSED]->(f)
        WITH f, s
        MATCH (s)-[edge]->(:Entity) WHERE edge.factId = f.factId
        DELETE edge
        """,
        plan,
        plan.closed());
  }

  /** Whatever was derived from a fact that falls, directly or not, waits for a second look. */
  private static void markStale(TransactionContext tx, WritePlan plan) {
    run(
        tx,
        """
        UNWIND $rows AS id
        MATCH (base:Fact {factId: id})<-[:DERIVED_FROM*1..50]-(f:Fact)
        WHERE f.recordedTo IS NULL
        MERGE (f)-[stale:STALE]->(base)
        ON CREATE SET stale.at = $at, stale.by = $key
        WITH DISTINCT f
        MATCH (f)-[:SUBJECT]->(s:Entity)
        SET s.rev = s.rev + 1
        """,
        plan,
        plan.fallen().stream().filter(id -> !plan.successors().containsKey(id)).toList());
  }

  /** Facts point at what they were derived from, also after it was written again. */
  private static void derive(TransactionContext tx, WritePlan plan) {
    run(
        tx,
        """
        UNWIND $rows AS x
        MATCH (f:Fact {factId: x.factId}), (base:Fact {factId: x.base})
        MERGE (f)-[:DERIVED_FROM]->(base)
        """,
        plan,
        plan.facts().stream()
            .flatMap(
                f -> f.bases().stream().map(base -> Map.of("factId", f.factId(), "base", base)))
            .toList());
    run(
        tx,
        """
        UNWIND $rows AS x
        MATCH (f:Fact)-[:DERIVED_FROM]->(:Fact {factId: x.old}), (base:Fact {factId: x.base})
        WHERE f.recordedTo IS NULL
        MERGE (f)-[:DERIVED_FROM]->(base)
        """,
        plan,
        plan.successors().entrySet().stream()
            .map(next -> Map.of("old", next.getKey(), "base", next.getValue()))
            .toList());
  }

  /** Goes behind {@code a}, the activity, and {@code ep}, its episode. */
  static final String APPEND =
      """
      CALL (a, ep) {
        UNWIND $appended AS x
        MATCH (s:Entity {id: x.subjectId})
        MATCH (slot:Slot {key: x.slotKey})
        SET slot.recordedAt = $at
        CREATE (f:Fact) SET f = x.props
        CREATE (f)-[:SUBJECT]->(s)
        CREATE (f)-[:IN]->(slot)
        CREATE (f)-[:GENERATED_BY]->(a)
        CREATE (f)-[:EVIDENCE {quote: x.quote, start: x.start, end: x.end}]->(ep)
      """
          + OBJECT
          + "}\n";

  /** Goes behind the same. */
  static final String CONFIRM =
      """
      CALL (ep) {
        UNWIND $confirmed AS x
        MATCH (slot:Slot {key: x.slotKey})
        SET slot.recordedAt = $at,
            slot.confirmedTo = CASE WHEN slot.confirmedTo >= x.props.at THEN slot.confirmedTo
                                    ELSE x.props.at END
        CREATE (slot)-[c:CONFIRMED_BY]->(ep)
        SET c = x.props
      }
      """;

  Map<String, Object> parameters(WritePlan plan) {
    return Map.of(
        "appended",
        plan.facts().stream()
            .filter(fact -> fact.continues() == null)
            .map(fact -> appended(fact, plan))
            .toList(),
        "confirmed",
        plan.confirmations().stream().map(c -> confirmation(c, plan)).toList());
  }

  private static final String CARRY_ON =
      """
      UNWIND $rows AS x
      MATCH (old:Fact {factId: x.continues})
      MATCH (old)-[:SUBJECT]->(s:Entity)
      MATCH (old)-[:IN]->(slot:Slot)
      MATCH (old)-[:GENERATED_BY]->(a:Activity)
      MATCH (old)-[e:EVIDENCE]->(ep:Episode)
      SET slot.recordedAt = $at
      CREATE (f:Fact)
      SET f = old {.*, factId: x.factId, validFrom: x.validFrom, validTo: x.validTo,
                   recordedFrom: $at, recordedTo: null, recordedBy: $key}
      CREATE (f)-[:CONTINUES]->(old)
      FOREACH (base IN [(old)-[:DERIVED_FROM]->(b:Fact) | b] | CREATE (f)-[:DERIVED_FROM]->(base))
      FOREACH (gone IN [(old)-[st:STALE]->(b:Fact) WHERE st.settledAt IS NULL | b] |
        CREATE (f)-[:STALE {at: $at, by: $key}]->(gone))
      CREATE (f)-[:SUBJECT]->(s)
      CREATE (f)-[:IN]->(slot)
      CREATE (f)-[:GENERATED_BY]->(a)
      CREATE (f)-[:EVIDENCE {quote: e.quote, start: e.start, end: e.end}]->(ep)
      """;

  /** What is left of a closed fact is written again with its evidence and origin. */
  private void carryOn(TransactionContext tx, WritePlan plan) {
    run(
        tx,
        CARRY_ON + OBJECT,
        plan,
        plan.facts().stream()
            .filter(fact -> fact.continues() != null)
            .map(this::carriedOn)
            .toList());
  }

  private static void supersede(TransactionContext tx, WritePlan plan) {
    run(
        tx,
        """
        UNWIND $rows AS x
        MATCH (f:Fact {factId: x.factId}), (old:Fact {factId: x.old})
        CREATE (f)-[:SUPERSEDES]->(old)
        """,
        plan,
        plan.facts().stream()
            .flatMap(
                f -> f.supersedes().stream().map(old -> Map.of("factId", f.factId(), "old", old)))
            .toList());
  }

  private Map<String, @Nullable Object> appended(NewFact fact, WritePlan plan) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("subjectId", fact.subjectId());
    row.put("slotKey", fact.slotKey());
    row.put("props", properties(fact, plan));
    row.put("quote", fact.evidence().quote());
    row.put("start", fact.evidence().start());
    row.put("end", fact.evidence().end());
    putObject(fact, row);
    return row;
  }

  private Map<String, @Nullable Object> carriedOn(NewFact fact) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("factId", fact.factId());
    row.put("continues", fact.continues());
    row.put("validFrom", Times.stored(fact.valid().from()));
    row.put("validTo", Times.storedOrNull(fact.valid().to()));
    putObject(fact, row);
    return row;
  }

  private void putObject(NewFact fact, Map<String, @Nullable Object> row) {
    row.put("objectId", fact.objectId());
    row.put(
        "edgeType", vocabulary.predicate(fact.predicate()).map(Predicate::edgeType).orElseThrow());
  }

  private Map<String, @Nullable Object> properties(NewFact fact, WritePlan plan) {
    var properties = new HashMap<String, @Nullable Object>();
    properties.put("factId", fact.factId());
    properties.put("slotKey", fact.slotKey());
    properties.put("predicate", fact.predicate());
    properties.put("valueType", fact.value().type().name());
    properties.put("value", fact.value().type() == ValueType.REF ? null : fact.value().words());
    properties.put("sentence", fact.sentence());
    properties.put("validFrom", Times.stored(fact.valid().from()));
    properties.put("validTo", Times.storedOrNull(fact.valid().to()));
    properties.put("recordedFrom", Times.stored(plan.recordedAt()));
    properties.put("confidence", fact.confidence());
    properties.put("rank", fact.rank().name());
    properties.put("status", "accepted");
    properties.put("vocabularyVersion", vocabulary.version());
    properties.put("recordedBy", plan.write().key());
    properties.put("ordinal", fact.proposal());
    return properties;
  }

  private static Map<String, Object> confirmation(NewConfirmation confirmation, WritePlan plan) {
    return Map.of(
        "slotKey",
        confirmation.slotKey(),
        "props",
        Map.of(
            "factId",
            confirmation.factId(),
            "valueKey",
            confirmation.valueKey(),
            "at",
            Times.stored(confirmation.at()),
            "rank",
            confirmation.rank().name(),
            "confidence",
            confirmation.confidence(),
            "quote",
            confirmation.evidence().quote(),
            "start",
            confirmation.evidence().start(),
            "end",
            confirmation.evidence().end(),
            "recordedAt",
            Times.stored(plan.recordedAt())));
  }

  private static void run(TransactionContext tx, String cypher, WritePlan plan, List<?> rows) {
    if (!rows.isEmpty()) {
      tx.run(
              cypher,
              Map.of(
                  "rows", rows, "key", plan.write().key(), "at", Times.stored(plan.recordedAt())))
          .consume();
    }
  }
}
