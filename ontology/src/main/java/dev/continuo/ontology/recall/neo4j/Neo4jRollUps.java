package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Period;
import dev.continuo.ontology.recall.RollUpAuthor;
import dev.continuo.ontology.recall.RollUps;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Value;

/** Roll-ups as nodes that point to the facts they stand for. */
final class Neo4jRollUps implements RollUps {

  private final Store store;
  private final RollUpWriter writer;
  private final InstantSource clock;

  Neo4jRollUps(Store store, Embeddings embeddings, InstantSource clock) {
    this.store = store;
    this.writer = new RollUpWriter(store, embeddings);
    this.clock = clock;
  }

  @Override
  public int write(Period period, ZoneId zone, RollUpAuthor author) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    int written = 0;
    var found = first(new Stretch(period, LocalDate.EPOCH, zone));
    while (found.isPresent() && !found.get().next().isAfter(today)) {
      written += writer.write(found.get(), author);
      found = first(new Stretch(period, found.get().next(), zone));
    }
    return written;
  }

  /**
   * The first stretch, from that one on, with a fact that no roll-up points to: a new one, one of
   * which only a part was written, or an old one that an import added to.
   */
  private Optional<Stretch> first(Stretch on) {
    return store
        .readAll(
            "Looking for what was recorded",
            tx ->
                tx.run(
                        "MATCH (f:Fact) WHERE f.recordedFrom >= $from AND"
                            + RollUpWriter.LEFT_OUT
                            + "RETURN f.recordedFrom AS at ORDER BY at LIMIT 1",
                        Map.of("from", on.from(), "period", on.word()))
                    .list(r -> Store.time(r.get("at"))))
        .stream()
        .findFirst()
        .map(at -> Stretch.of(on.period(), at, on.zone()));
  }

  @Override
  public Optional<RollUp> get(String key) {
    return store
        .read(
            "Reading a roll-up",
            tx ->
                tx.run(
                        """
                        MATCH (r:Rollup {key: $key})
                        RETURN r, [(r)-[:ROLLS_UP]->(f:Fact) | f.factId] AS facts
                        """,
                        Map.of("key", key))
                    .list(
                        r ->
                            new RollUp(
                                key,
                                r.get("r").get("title").asString(),
                                r.get("r").get("text").asString(),
                                r.get("facts").asList(Value::asString))))
        .stream()
        .findFirst();
  }

  @Override
  public List<String> over(String factId) {
    return store.read(
        "Reading roll-ups of a fact",
        tx ->
            tx.run(
                    """
                    MATCH (:Fact {factId: $id})<-[:ROLLS_UP]-(r:Rollup)
                    RETURN r.key AS key ORDER BY key
                    """,
                    Map.of("id", factId))
                .list(r -> r.get("key").asString()));
  }
}
