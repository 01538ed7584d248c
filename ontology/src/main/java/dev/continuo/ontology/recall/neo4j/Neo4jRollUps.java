package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Extract;
import dev.continuo.ontology.recall.Period;
import dev.continuo.ontology.recall.RollUpAuthor;
import dev.continuo.ontology.recall.RollUps;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neo4j.driver.Value;

/** Roll-ups as nodes that point to the facts they stand for. */
final class Neo4jRollUps implements RollUps {

  /** Roll-ups in one transaction. */
  private static final int AT_ONCE = 200;

  private static final String WRITE =
      """
      UNWIND $rows AS x
      MATCH (e:Entity {id: x.entity})
      MERGE (r:Rollup {key: x.key})
      SET r.title = x.title, r.text = x.text, r.words = x.words, r.period = x.period,
          r.from = x.from, r.to = x.to
      MERGE (r)-[:ABOUT]->(e)
      WITH r, x
      CALL db.create.setNodeVectorProperty(r, 'vector', x.vector)
      WITH r, x
      MATCH (f:Fact) WHERE f.factId IN x.facts
      MERGE (r)-[:ROLLS_UP]->(f)
      """;

  private final Store store;
  private final Embeddings embeddings;
  private final InstantSource clock;

  private record Learned(String factId, String entity, String label, String sentence, Instant at) {}

  Neo4jRollUps(Store store, Embeddings embeddings, InstantSource clock) {
    this.store = store;
    this.embeddings = embeddings;
    this.clock = clock;
  }

  @Override
  public int write(Period period, ZoneId zone, RollUpAuthor author) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    int written = 0;
    Optional<LocalDate> next = first(period, LocalDate.EPOCH, zone);
    while (next.isPresent() && !period.next(next.get()).isAfter(today)) {
      LocalDate start = next.get();
      written += write(period, start, zone, author);
      next = first(period, period.next(start), zone);
    }
    return written;
  }

  /**
   * The first stretch from a day on with a fact that no roll-up points to: a new one, one of which
   * only a part was written, or an old one that an import added to.
   */
  private Optional<LocalDate> first(Period period, LocalDate day, ZoneId zone) {
    Instant from = day.atStartOfDay(zone).toInstant();
    return store
        .readAll(
            "Looking for what was recorded",
            tx ->
                tx.run(
                        """
                        MATCH (f:Fact) WHERE f.recordedFrom >= $from
                          AND NOT EXISTS { (f)<-[:ROLLS_UP]-(:Rollup {period: $period}) }
                        RETURN f.recordedFrom AS at ORDER BY at LIMIT 1
                        """,
                        Map.of("from", Store.time(from), "period", word(period)))
                    .list(r -> Store.time(r.get("at"))))
        .stream()
        .findFirst()
        .map(at -> period.start(LocalDate.ofInstant(at, zone)));
  }

  private int write(Period period, LocalDate start, ZoneId zone, RollUpAuthor author) {
    Instant from = start.atStartOfDay(zone).toInstant();
    Instant to = period.next(start).atStartOfDay(zone).toInstant();
    var byEntity =
        learned(from, to).stream()
            .collect(
                Collectors.groupingBy(Learned::entity, LinkedHashMap::new, Collectors.toList()));
    var rows = new ArrayList<Map<String, Object>>();
    byEntity.forEach(
        (entity, facts) -> {
          rows.add(row(period, start, from, to, entity, facts, author));
          if (rows.size() == AT_ONCE) {
            store(rows);
          }
        });
    store(rows);
    return byEntity.size();
  }

  private void store(List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      var entities = rows.stream().map(row -> String.valueOf(row.get("entity"))).sorted().toList();
      store.write(
          "Writing roll-ups",
          tx -> {
            Locks.entities(tx, entities);
            return tx.run(WRITE, Map.of("rows", rows)).consume();
          });
      rows.clear();
    }
  }

  private Map<String, Object> row(
      Period period,
      LocalDate start,
      Instant from,
      Instant to,
      String entity,
      List<Learned> facts,
      RollUpAuthor author) {
    String title = facts.getFirst().label() + ", " + period.name(start);
    var sentences = facts.stream().map(Learned::sentence).toList();
    String written = author.write(entity, title, sentences);
    String text = written.isBlank() ? String.join(" ", Extract.of(sentences, embeddings)) : written;
    return Map.ofEntries(
        Map.entry("entity", entity),
        Map.entry("key", word(period) + ":" + period.name(start) + ":" + entity),
        Map.entry("title", title),
        Map.entry("text", text),
        Map.entry("words", title + " " + String.join(" ", sentences)),
        Map.entry("vector", embeddings.embed(text)),
        Map.entry("period", word(period)),
        Map.entry("from", Store.time(from)),
        Map.entry("to", Store.time(to)),
        Map.entry("facts", facts.stream().map(Learned::factId).toList()));
  }

  private List<Learned> learned(Instant from, Instant to) {
    return store.readAll(
        "Reading what was recorded",
        tx ->
            tx.run(
                    """
                    MATCH (f:Fact) WHERE f.recordedFrom >= $from AND f.recordedFrom < $to
                    MATCH (f)-[:SUBJECT]->(e:Entity)
                    RETURN f.factId AS id, e.id AS entity, e.label AS label,
                           f.sentence AS sentence, f.recordedFrom AS at ORDER BY at, id
                    """,
                    Map.of("from", Store.time(from), "to", Store.time(to)))
                .list(
                    r ->
                        new Learned(
                            r.get("id").asString(),
                            r.get("entity").asString(),
                            r.get("label").asString(),
                            r.get("sentence").asString(),
                            Store.time(r.get("at")))));
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

  private static String word(Period period) {
    return period.name().toLowerCase(Locale.ROOT);
  }
}
