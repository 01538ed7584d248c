package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.ReviewRefused;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.gate.Write;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Takes a decision about a review item back. What the decision displaced is stated again over the
 * time that the decided fact held; where it displaced nothing, the decided fact is retracted.
 */
final class TakenBack {
  private final Store store;
  private final Writes writes;
  private final Supplier<Rows> rows;

  TakenBack(Store store, Writes writes, Supplier<Rows> rows) {
    this.store = store;
    this.writes = writes;
    this.rows = rows;
  }

  WithheldFact takeBack(String key, String itemId, Generation by) {
    Writes.requireKey(key);
    if (by.detail().isBlank()) {
      throw new ReviewRefused(itemId, "no reason was given.", "Say in a few words why.");
    }
    return wroteAFact(key, itemId) ? undone(key, itemId, by) : reopened(key, itemId, by);
  }

  /** Not so where the item was declined, or said what was known already. */
  private boolean wroteAFact(String key, String itemId) {
    return store.read(
        new Question("take-back", itemId, "memory_withheld_id"),
        (tx, tally) ->
            tx.run(
                    """
                    MATCH (w:Withheld {id: $id})
                    OPTIONAL MATCH (f:Fact {factId: w.factId})-[:GENERATED_BY]->(a:Activity)
                    RETURN (w.settledAt IS NOT NULL AND a.key = w.settledKey)
                           OR w.takenBackKey = $key AS wrote
                    """,
                    Map.of("id", itemId, "key", key))
                .list(r -> r.get("wrote").asBoolean(false))
                .contains(true));
  }

  private WithheldFact undone(String key, String itemId, Generation by) {
    writes.write(
        "take-back",
        key,
        BigDecimal.ZERO,
        remembering -> undoing(remembering, key, itemId, by),
        (tx, remembered) -> settle(tx, key, itemId, remembered, by));
    return store.read(
        new Question("review", itemId, "memory_withheld_id"),
        (tx, tally) -> rows.get().withheld(Neo4jReviews.item(tx, itemId)));
  }

  private Write undoing(Remembering remembering, String key, String itemId, Generation by) {
    var tx = remembering.transaction();
    var item = settled(tx, itemId);
    Record fact;
    try {
      fact = remembering.believedFact(item.get("factId").asString(""));
    } catch (FactNotFound newer) {
      throw new ReviewRefused(
          itemId,
          "something newer was learned since, so the fact that came of it is history already.",
          "Correct the fact that holds now.");
    }
    var note =
        new Episode(
            "note:" + key, "note", Instant.now(), null, "A decision taken back", by.detail());
    var subject = Neo4jMemory.subject(fact);
    var proposals =
        before(tx, rows.get().fact(fact).factId())
            .map(
                old ->
                    Neo4jMemory.correction(rows.get().fact(fact), subject, Rows.value(old), note))
            .stream()
            .toList();
    return new Write(key, note, by, proposals, Neo4jMemory.retirement(fact));
  }

  /** What the decided fact displaced last. */
  private static Optional<Record> before(TransactionContext tx, String factId) {
    return tx
        .run(
            """
            MATCH (:Fact {factId: $id})-[:SUPERSEDES]->(f:Fact)
            WITH f ORDER BY f.validFrom DESC LIMIT 1
            """
                + Rows.FACT,
            Map.of("id", factId))
        .list()
        .stream()
        .findFirst();
  }

  private static void settle(
      TransactionContext tx, String key, String itemId, Remembered remembered, Generation by) {
    Stream.concat(remembered.review().stream(), remembered.rejected().stream())
        .findFirst()
        .ifPresent(
            problem -> {
              throw new ReviewRefused(itemId, problem.message(), "Correct the fact instead.");
            });
    open(tx, key, itemId, by);
  }

  private WithheldFact reopened(String key, String itemId, Generation by) {
    return store.write(
        new Question("take-back", itemId, "memory_withheld_id"),
        BigDecimal.ZERO,
        tx -> {
          var item = Neo4jReviews.lock(tx, itemId).get("w");
          if (!key.equals(Rows.text(item.get("takenBackKey")))) {
            settled(tx, itemId);
            open(tx, key, itemId, by);
          }
          return rows.get().withheld(Neo4jReviews.lock(tx, itemId));
        });
  }

  private static Value settled(TransactionContext tx, String itemId) {
    var item = Neo4jReviews.lock(tx, itemId).get("w");
    if (item.get("settledAt").isNull()) {
      throw new ReviewRefused(itemId, "it waits for a decision.", "Open the list again.");
    }
    return item;
  }

  private static void open(TransactionContext tx, String key, String itemId, Generation by) {
    tx.run(
            """
            MATCH (w:Withheld {id: $id})
            WHERE w.settledAt IS NOT NULL AND coalesce(w.takenBackKey, '') <> $key
            SET w.decisions = coalesce(w.decisions, []) +
                  (w.status + ' by ' + w.settledBy + ' at ' + toString(w.settledAt) + ': ' + w.why
                   + '; taken back by ' + $who + ': ' + $why),
                w.status = coalesce(w.was, 'REVIEW'), w.takenBackKey = $key,
                w.settledAt = null, w.settledBy = null, w.why = null, w.settledKey = null,
                w.factId = null
            """,
            Map.of("id", itemId, "key", key, "who", by.agent(), "why", by.detail()))
        .consume();
  }
}
