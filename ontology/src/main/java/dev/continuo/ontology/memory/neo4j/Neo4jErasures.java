package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Erased;
import dev.continuo.ontology.memory.ErasurePreview;
import dev.continuo.ontology.memory.ErasureProof;
import dev.continuo.ontology.memory.ErasureRefused;
import dev.continuo.ontology.memory.Erasures;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.TransactionContext;

/** Erasure in Neo4j: the reach is found first, then everything in it goes in one transaction. */
final class Neo4jErasures implements Erasures {
  private final Store store;
  private final Neo4jVocabularies vocabularies;
  private final InstantSource clock;

  Neo4jErasures(Store store, Neo4jVocabularies vocabularies, InstantSource clock) {
    this.store = store;
    this.vocabularies = vocabularies;
    this.clock = clock;
  }

  @Override
  public ErasurePreview preview(Set<String> entityIds) {
    return store.readAll(
        new Question("erasure-preview", null, "memory_entity_id"),
        (tx, tally) -> {
          var reach = reach(tx, entityIds);
          return new ErasurePreview(
              entities(tx, reach.entities()),
              entities(tx, reach.people()),
              reach.facts().size(),
              reach.episodes(),
              reach.shared(),
              reach.documentIds(),
              reach.keys(),
              reach.names(),
              reach.writeKeys(),
              reach.companions().size());
        });
  }

  private Reach reach(TransactionContext tx, Collection<String> entityIds) {
    return Reach.of(tx, vocabularies.current(), entityIds);
  }

  private List<Entity> entities(TransactionContext tx, Collection<String> ids) {
    var recall = new Recall(tx, vocabularies.terms().rows(), new Tally());
    return ids.stream().flatMap(id -> recall.entity(id).stream()).distinct().toList();
  }

  @Override
  public Erased erase(String key, Set<String> entityIds, String who, String why) {
    Writes.requireKey(key);
    return store.writeMuch(
        new Question("erase", null, "memory_entity_id"),
        tx -> {
          tx.run("MERGE (x:Erasure {key: $key}) SET x.lockedBy = 'erasure'", Map.of("key", key))
              .consume();
          var done = find(tx, key);
          return done.map(
                  proof -> new Erased(proof, List.of(), List.of(), List.of(), List.of(), List.of()))
              .orElseGet(() -> erase(tx, key, entityIds, who, why));
        });
  }

  private Erased erase(
      TransactionContext tx, String key, Set<String> entityIds, String who, String why) {
    var reach = reach(tx, entityIds);
    if (reach.entities().isEmpty()) {
      throw new ErasureRefused("memory knows none of the " + entityIds.size() + " named entities.");
    }
    lock(tx, reach.entities());
    reach = reach(tx, entityIds);
    var proof =
        new ErasureProof(
            key,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            who,
            why,
            reach.entities().size(),
            reach.facts().size(),
            reach.episodes().size(),
            reach.shared().size(),
            reach.companions().size());
    new Removal(tx, reach).run();
    keep(tx, proof);
    return new Erased(
        proof,
        reach.keys(),
        reach.names(),
        java.util.stream.Stream.concat(reach.episodes().stream(), reach.shared().stream()).toList(),
        reach.documentIds(),
        reach.writeKeys());
  }

  private static void lock(TransactionContext tx, Collection<String> ids) {
    tx.run(
            "UNWIND $ids AS id MATCH (e:Entity {id: id}) SET e.lockedBy = 'erasure'",
            Map.of("ids", ids.stream().sorted().toList()))
        .consume();
  }

  private static void keep(TransactionContext tx, ErasureProof proof) {
    tx.run(
            """
            MATCH (x:Erasure {key: $key})
            SET x.at = $at, x.who = $who, x.why = $why, x.entities = $entities, x.facts = $facts,
                x.episodes = $episodes, x.masked = $masked, x.vectors = $vectors
            """,
            Map.of(
                "key", proof.key(),
                "at", Times.stored(proof.at()),
                "who", proof.who(),
                "why", proof.why(),
                "entities", proof.entities(),
                "facts", proof.facts(),
                "episodes", proof.episodes(),
                "masked", proof.masked(),
                "vectors", proof.vectors()))
        .consume();
  }

  @Override
  public Optional<ErasureProof> proof(String key) {
    return store.read(
        new Question("erasure", key, "memory_erasure_key"), (tx, tally) -> find(tx, key));
  }

  private static Optional<ErasureProof> find(TransactionContext tx, String key) {
    return tx
        .run("MATCH (x:Erasure {key: $key}) WHERE x.at IS NOT NULL RETURN x", Map.of("key", key))
        .list(Neo4jErasures::proof)
        .stream()
        .findFirst();
  }

  @Override
  public List<ErasureProof> proofs(int limit) {
    return store.read(
        new Question("erasures", null, "memory_erasure_key"),
        (tx, tally) ->
            tx.run(
                    """
                    MATCH (x:Erasure) WHERE x.at IS NOT NULL
                    RETURN x ORDER BY x.at DESC LIMIT $limit
                    """,
                    Map.of("limit", Neo4jMemory.within(limit)))
                .list(Neo4jErasures::proof));
  }

  private static ErasureProof proof(org.neo4j.driver.Record record) {
    var x = Objects.requireNonNull(record.get("x"));
    return new ErasureProof(
        x.get("key").asString(),
        Times.read(x.get("at")),
        x.get("who").asString(),
        x.get("why").asString(),
        x.get("entities").asInt(),
        x.get("facts").asInt(),
        x.get("episodes").asInt(),
        x.get("masked").asInt(),
        x.get("vectors").asInt());
  }
}
