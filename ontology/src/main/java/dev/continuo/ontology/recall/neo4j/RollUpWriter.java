package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Extract;
import dev.continuo.ontology.recall.Period;
import dev.continuo.ontology.recall.RollUpAuthor;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes the roll-ups of one stretch of time, some hundred entities at a time. What it takes grows
 * with the number of facts and not with its square, and no transaction grows with either. Ended in
 * between, it leaves facts that no roll-up points to, and the next time goes on with them.
 */
final class RollUpWriter {

  private static final int ENTITIES = 200;
  private static final int LINKS = 2_000;

  /**
   * The other end has no label on purpose: with one, the store may go through all roll-ups for each
   * fact while it believes that there are few.
   */
  static final String LEFT_OUT = " NOT EXISTS { (f)<-[:ROLLS_UP]-({period: $period}) } ";

  private static final String WAITING =
      """
      MATCH (f:Fact) WHERE f.recordedFrom >= $from AND f.recordedFrom < $to AND
      """
          + LEFT_OUT
          + """
          MATCH (f)-[:SUBJECT]->(e:Entity)
          RETURN DISTINCT e.id AS id ORDER BY id
          """;

  private static final String LEARNED =
      """
      UNWIND $ids AS id
      MATCH (e:Entity {id: id})<-[:SUBJECT]-(f:Fact)
      WHERE f.recordedFrom >= $from AND f.recordedFrom < $to
      RETURN f.factId AS id, e.id AS entity, e.label AS label,
             f.sentence AS sentence, f.recordedFrom AS at ORDER BY at, id
      """;

  private static final String WRITE =
      """
      UNWIND $rows AS x
      MATCH (e:Entity {id: x.entity})
      MERGE (r:Rollup {key: x.key})
      SET r.title = x.title, r.text = x.text, r.period = $period, r.from = $from, r.to = $to
      MERGE (r)-[:ABOUT]->(e)
      WITH r, x
      CALL db.create.setNodeVectorProperty(r, 'vector', x.vector)
      """;

  private static final String LINK =
      """
      UNWIND $links AS x
      MATCH (r:Rollup {key: x.key}), (f:Fact {factId: x.fact})
      MERGE (r)-[:ROLLS_UP]->(f)
      """;

  private final Store store;
  private final Embeddings embeddings;

  private record Learned(String factId, String entity, String label, String sentence, Instant at) {}

  private record Draft(String entity, String title, String text, List<Learned> facts) {}

  RollUpWriter(Store store, Embeddings embeddings) {
    this.store = store;
    this.embeddings = embeddings;
  }

  /**
   * Writes one for everybody of whom a fact was recorded then that none points to.
   *
   * @return how many were written
   */
  int write(Stretch stretch, RollUpAuthor author) {
    var waiting = waiting(stretch);
    for (var entities : Pieces.of(waiting, ENTITIES)) {
      var drafts = drafts(stretch, entities, author);
      nodes(stretch, drafts);
      links(stretch, drafts);
    }
    return waiting.size();
  }

  private List<String> waiting(Stretch stretch) {
    return store.readAll(
        "Looking for what was recorded",
        tx -> tx.run(WAITING, parameters(stretch)).list(r -> r.get("id").asString()));
  }

  private List<Draft> drafts(Stretch stretch, List<String> entities, RollUpAuthor author) {
    return learned(stretch, entities).stream()
        .collect(Collectors.groupingBy(Learned::entity, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(facts -> draft(stretch, facts, author))
        .toList();
  }

  private Draft draft(Stretch stretch, List<Learned> facts, RollUpAuthor author) {
    var first = facts.getFirst();
    String title = first.label() + ", " + stretch.name();
    var sentences = facts.stream().map(Learned::sentence).toList();
    String written = author.write(first.entity(), title, sentences);
    String text = written.isBlank() ? String.join(" ", Extract.of(sentences, embeddings)) : written;
    return new Draft(first.entity(), title, text, facts);
  }

  private List<Learned> learned(Stretch stretch, List<String> entities) {
    var parameters = parameters(stretch);
    parameters.put("ids", entities);
    return store.readAll(
        "Reading what was recorded",
        tx ->
            tx.run(LEARNED, parameters)
                .list(
                    r ->
                        new Learned(
                            r.get("id").asString(),
                            r.get("entity").asString(),
                            r.get("label").asString(),
                            r.get("sentence").asString(),
                            Store.time(r.get("at")))));
  }

  private void nodes(Stretch stretch, List<Draft> drafts) {
    var vectors = vectors(stretch, drafts);
    var parameters = parameters(stretch);
    parameters.put(
        "rows",
        drafts.stream()
            .map(
                draft ->
                    Map.of(
                        "entity", draft.entity(),
                        "key", stretch.key(draft.entity()),
                        "title", draft.title(),
                        "text", draft.text(),
                        "vector", Objects.requireNonNull(vectors.get(draft.text()))))
            .toList());
    write(drafts.stream().map(Draft::entity).sorted().toList(), WRITE, parameters);
  }

  private void links(Stretch stretch, List<Draft> drafts) {
    var all =
        drafts.stream()
            .flatMap(draft -> draft.facts().stream())
            .map(f -> Map.of("key", stretch.key(f.entity()), "fact", f.factId(), "of", f.entity()))
            .toList();
    for (var links : Pieces.of(all, LINKS)) {
      write(
          links.stream().map(link -> link.get("of")).distinct().sorted().toList(),
          LINK,
          Map.of("links", links));
    }
  }

  private void write(List<String> entities, String cypher, Map<String, Object> parameters) {
    store.write(
        "Writing roll-ups",
        tx -> {
          Locks.entities(tx, entities);
          return tx.run(cypher, parameters).consume();
        });
  }

  /**
   * By text. A week in which something happened on one day only is written in the words of that
   * day, so what its roll-up was embedded as is taken from there.
   */
  private Map<String, float[]> vectors(Stretch stretch, List<Draft> drafts) {
    var vectors = new HashMap<>(known(stretch, drafts));
    var texts =
        drafts.stream()
            .map(Draft::text)
            .distinct()
            .filter(text -> !vectors.containsKey(text))
            .toList();
    var embedded = embeddings.embed(texts);
    for (int i = 0; i < texts.size(); i++) {
      vectors.put(texts.get(i), embedded.get(i));
    }
    return vectors;
  }

  private Map<String, float[]> known(Stretch stretch, List<Draft> drafts) {
    var keys =
        drafts.stream()
            .flatMap(
                draft ->
                    Arrays.stream(Period.values())
                        .map(p -> Stretch.of(p, draft.facts().getFirst().at(), stretch.zone()))
                        .map(around -> around.key(draft.entity())))
            .toList();
    return store
        .readAll(
            "Reading roll-ups",
            tx ->
                tx.run(
                        """
                        UNWIND $rows AS x
                        MATCH (r:Rollup {key: x}) WHERE r.vector IS NOT NULL
                        RETURN DISTINCT r.text AS text, r.vector AS vector
                        """,
                        Map.of("rows", keys))
                    .list(r -> Map.entry(r.get("text").asString(), Store.vector(r.get("vector")))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  private static Map<String, Object> parameters(Stretch stretch) {
    var parameters = new HashMap<String, Object>();
    parameters.put("period", stretch.word());
    parameters.put("from", stretch.from());
    parameters.put("to", stretch.to());
    return parameters;
  }
}
