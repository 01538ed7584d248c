package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.FactRow;
import dev.continuo.ontology.recall.PassageRow;
import dev.continuo.ontology.recall.RecalledFact;
import java.util.Collection;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** How facts and passages are read from the store. */
final class FactRows {

  /** Binds {@code e} to an entity and those that were merged into it. */
  static final String OF_ENTITY =
      """
      CALL () {
        MATCH (e:Entity {id: $id}) RETURN e
        UNION
        MATCH (e:Entity {mergedInto: $id}) RETURN e
      }
      """;

  /** Goes behind what binds {@code f} and {@code objectSide}. */
  static final String FACT =
      """
      MATCH (f)-[:SUBJECT]->(s:Entity)
      MATCH (f)-[v:EVIDENCE]->(ep:Episode)
      OPTIONAL MATCH (f)-[:OBJECT]->(o:Entity)
      RETURN f, objectSide, s.id AS subjectId, s.label AS subject, o.id AS objectId,
             o.label AS object, v.quote AS quote, ep.key AS episode, ep.title AS title,
             ep.occurredAt AS occurredAt
      """;

  /** Goes behind what binds {@code p}, {@code ep} and {@code score}. */
  static final String PASSAGE =
      """
      RETURN p.id AS id, p.text AS text, p.words AS words, p.vector AS vector, score,
             ep.key AS episode, ep.title AS title, ep.occurredAt AS occurredAt,
             ep.recordedAt AS recordedAt, [(p)-[:ABOUT]->(e:Entity) | e.label] AS about
      """;

  /** Binds {@code p} and {@code score} to what shares words with {@code $query}. */
  static final String BY_WORDS =
      """
      CALL db.index.fulltext.queryNodes('recall_passage_words', $query, {limit: $most})
      YIELD node AS p, score
      RETURN p, score
      UNION ALL
      """;

  /**
   * The same for what is close in meaning, and for the sources that the closest roll-ups point to.
   */
  static final String BY_MEANING =
      """
      CALL db.index.vector.queryNodes('recall_passage_vectors', $most, $vector) YIELD node AS p
      RETURN p, 0.0 AS score
      UNION ALL
      CALL db.index.vector.queryNodes('recall_rollup_vectors', 3, $vector) YIELD node AS r
      MATCH (r)-[:ROLLS_UP]->(:Fact)-[:EVIDENCE]->(:Episode)<-[:OF]-(p:Passage)
      WITH DISTINCT p LIMIT 20
      RETURN p, 0.0 AS score
      """;

  private FactRows() {}

  /** A full-text query of those words only, so that nothing is read as query syntax. */
  static String query(Collection<String> words) {
    return words.stream()
        .flatMap(w -> java.util.Arrays.stream(w.split("[^\\p{L}\\p{N}]+")))
        .filter(w -> !w.isEmpty() && w.length() <= 100)
        .distinct()
        .limit(32)
        .map(w -> "\"" + w + "\"")
        .collect(Collectors.joining(" OR "));
  }

  static FactRow row(Record r) {
    var f = r.get("f");
    var value = f.get("value");
    var object = r.get("object");
    String predicate = f.get("predicate").asString();
    return new FactRow(
        new RecalledFact(
            f.get("factId").asString(),
            r.get("subjectId").asString(),
            r.get("subject").asString(),
            predicate,
            predicate,
            value.isNull() ? object.asString("") : value.asString(),
            Store.text(r.get("objectId")),
            Store.time(f.get("validFrom")),
            Store.timeOrNull(f.get("validTo")),
            Store.time(f.get("recordedFrom")),
            Store.timeOrNull(f.get("recordedTo")),
            f.get("confidence").asDouble(),
            f.get("rank").asString()),
        f.get("slotKey").asString(),
        f.get("sentence").asString(),
        r.get("quote").asString(""),
        r.get("episode").asString(),
        r.get("title").asString(""),
        Store.time(r.get("occurredAt")),
        r.get("objectSide").asBoolean());
  }

  static PassageRow passage(Record r) {
    return new PassageRow(
        r.get("id").asString(),
        r.get("episode").asString(),
        r.get("title").asString(""),
        r.get("text").asString(),
        r.get("words").asString(),
        Store.time(r.get("occurredAt")),
        Store.time(r.get("recordedAt")),
        Store.vector(r.get("vector")),
        r.get("score").asDouble(),
        r.get("about").asList(Value::asString));
  }
}
