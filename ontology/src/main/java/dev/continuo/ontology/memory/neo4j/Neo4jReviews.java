package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.ReviewRefused;
import dev.continuo.ontology.memory.Reviews;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.gate.Write;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** The review list. An item is locked before it is looked at, so it is settled once. */
final class Neo4jReviews implements Reviews {
  private final Store store;
  private final Writes writes;
  private final Neo4jVocabularies vocabularies;

  Neo4jReviews(Store store, Writes writes, Neo4jVocabularies vocabularies) {
    this.store = store;
    this.writes = writes;
    this.vocabularies = vocabularies;
  }

  @Override
  public List<WithheldFact> open(int limit) {
    return store.read(
        new Question("reviews", null, "memory_withheld_status"),
        (tx, tally) ->
            new Lists(tx, rows()).withheld(WithheldFact.Status.REVIEW, "", Slice.first(limit)));
  }

  @Override
  public int count() {
    return store.read(
        new Question("review-count", null, "memory_withheld_at"),
        (tx, tally) -> new Lists(tx, rows()).waiting().reviews());
  }

  @Override
  public Optional<WithheldFact> item(String itemId) {
    return store.read(
        new Question("review", itemId, "memory_withheld_id"),
        (tx, tally) -> find(tx, itemId).map(rows()::withheld));
  }

  private static Optional<Record> find(TransactionContext tx, String itemId) {
    return tx.run("MATCH (w:Withheld {id: $id}) RETURN w", Map.of("id", itemId)).list().stream()
        .findFirst();
  }

  static Record item(TransactionContext tx, String itemId) {
    return find(tx, itemId)
        .orElseThrow(
            () -> new ReviewRefused(itemId, "there is no such item.", "Open the list again."));
  }

  @Override
  public Remembered accept(
      String key, String itemId, @Nullable Instant validFrom, String who, String why) {
    return writes.write(
        "accept",
        key,
        BigDecimal.ZERO,
        remembering -> accepted(remembering, key, itemId, validFrom, new Generation(who, why)),
        (tx, remembered) -> settle(tx, key, itemId, remembered, who, why));
  }

  private Write accepted(
      Remembering remembering,
      String key,
      String itemId,
      @Nullable Instant validFrom,
      Generation decision) {
    var tx = remembering.transaction();
    var item = lock(tx, itemId);
    var w = item.get("w");
    requireOpen(itemId, rows().withheld(item));
    var proposal = WithheldProposals.read(w, validFrom, rank(tx, item));
    return new Write(key, episode(tx, itemId), decision, List.of(proposal), null, true);
  }

  /** A person's word, and as much as what it displaces. */
  private static SourceRank rank(TransactionContext tx, Record item) {
    var conflicting = Rows.text(item.get("w").get("conflictingFactId"));
    var known =
        conflicting == null
            ? List.<SourceRank>of()
            : tx.run(
                    "MATCH (f:Fact {factId: $id}) RETURN f.rank AS rank", Map.of("id", conflicting))
                .list(r -> SourceRank.valueOf(r.get("rank").asString()));
    var own = SourceRank.valueOf(item.get("w").get("rank").asString());
    return Stream.concat(known.stream(), Stream.of(own, SourceRank.HUMAN_APPROVAL))
        .max(SourceRank::compareTo)
        .orElseThrow();
  }

  private static Episode episode(TransactionContext tx, String itemId) {
    return tx
        .run(
            "MATCH (:Withheld {id: $id})-[:EVIDENCE]->(ep:Episode) RETURN ep", Map.of("id", itemId))
        .list(r -> Rows.episode(r.get("ep")))
        .stream()
        .findFirst()
        .orElseThrow(() -> new ReviewRefused(itemId, "its source is gone.", "Dismiss it instead."));
  }

  private void settle(
      TransactionContext tx,
      String key,
      String itemId,
      Remembered remembered,
      String who,
      String why) {
    Stream.concat(remembered.review().stream(), remembered.rejected().stream())
        .findFirst()
        .ifPresent(
            problem -> {
              throw new ReviewRefused(
                  itemId, problem.message(), "Dismiss it, or note the fact anew.");
            });
    var fact =
        Stream.concat(remembered.accepted().stream(), remembered.confirmed().stream()).findFirst();
    mark(tx, key, itemId, WithheldFact.Status.ACCEPTED, who, why, fact.orElse(null));
  }

  @Override
  public WithheldFact dismiss(String key, String itemId, String who, String why) {
    Writes.requireKey(key);
    return store.write(
        new Question("dismiss", itemId, "memory_withheld_id"),
        BigDecimal.ZERO,
        tx -> {
          var item = lock(tx, itemId);
          if (!key.equals(Rows.text(item.get("w").get("settledKey")))) {
            requireOpen(itemId, rows().withheld(item));
            mark(tx, key, itemId, WithheldFact.Status.DISMISSED, who, why, null);
          }
          return rows().withheld(lock(tx, itemId));
        });
  }

  @Override
  public WithheldFact takeBack(String key, String itemId, String who, String why) {
    return new TakenBack(store, writes, this::rows).takeBack(key, itemId, new Generation(who, why));
  }

  static Record lock(TransactionContext tx, String itemId) {
    return tx
        .run(
            "MATCH (w:Withheld {id: $id}) SET w.lockedBy = 'review' RETURN w", Map.of("id", itemId))
        .list()
        .stream()
        .findFirst()
        .orElseThrow(
            () -> new ReviewRefused(itemId, "there is no such item.", "Open the list again."));
  }

  private static void requireOpen(String itemId, WithheldFact item) {
    var settled = item.settled();
    if (settled != null) {
      throw new ReviewRefused(
          itemId,
          settled.who() + " settled it on " + settled.at() + ".",
          "Correct or retract the fact that came of it.");
    }
    if (item.status() != WithheldFact.Status.REVIEW
        && item.status() != WithheldFact.Status.REJECTED) {
      throw new ReviewRefused(itemId, "it is settled.", "Open the list again.");
    }
  }

  private static void mark(
      TransactionContext tx,
      String key,
      String itemId,
      WithheldFact.Status status,
      String who,
      String why,
      @Nullable String factId) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("id", itemId);
    parameters.put("key", key);
    parameters.put("status", status.name());
    parameters.put("who", who);
    parameters.put("why", why);
    parameters.put("factId", factId);
    tx.run(
            """
            MATCH (w:Withheld {id: $id}) WHERE w.settledAt IS NULL
            SET w.was = w.status, w.status = $status, w.settledBy = $who, w.why = $why, w.settledAt = datetime(),
                w.settledKey = $key, w.factId = $factId
            """,
            parameters)
        .consume();
  }

  @Override
  public List<Fact> stale(int limit) {
    return store.read(
        new Question("stale", null, "memory_stale_at"),
        (tx, tally) -> new Lists(tx, rows()).shaky("", Slice.first(limit)));
  }

  @Override
  public Fact keep(String factId, String who, String why) {
    return store.write(
        new Question("keep", factId, "memory_fact_id"),
        BigDecimal.ZERO,
        tx -> {
          tx.run(
                  """
                  MATCH (f:Fact {factId: $id})-[st:STALE]->(:Fact) WHERE st.settledAt IS NULL
                  MATCH (f)-[:SUBJECT]->(s:Entity)
                  SET st.settledAt = datetime(), st.settledBy = $who, st.why = $why
                  WITH DISTINCT s SET s.rev = s.rev + 1
                  """,
                  Map.of("id", factId, "who", who, "why", why))
              .consume();
          return tx
              .run(
                  "MATCH (f:Fact {factId: $id}) WHERE f.recordedTo IS NULL " + Rows.FACT,
                  Map.of("id", factId))
              .list(rows()::fact)
              .stream()
              .findFirst()
              .orElseThrow(() -> new FactNotFound(factId));
        });
  }

  private Rows rows() {
    return vocabularies.terms().rows();
  }
}
