package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.SearchHit.Type;
import dev.continuo.ontology.memory.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * Full text over entities, believed facts and episodes. Each list is scaled to its best hit and
 * weighed; a thing itself comes before what is said of it, and that before where it was said.
 */
final class Search {

  private static final int SNIPPET = 160;
  private static final double ENTITY = 1.0;
  private static final double FACT = 0.8;
  private static final double EPISODE = 0.6;

  private final TransactionContext tx;
  private final Rows rows;
  private final Tally tally;

  Search(TransactionContext tx, Rows rows, Tally tally) {
    this.tx = tx;
    this.tally = tally;
    this.rows = rows;
  }

  List<SearchHit> search(String text, @Nullable Type type, Slice slice) {
    var query = LuceneWords.query(text);
    if (query.isEmpty()) {
      return List.of();
    }
    int reach = Neo4jMemory.within(slice.skip() + slice.limit());
    var parameters = Map.<String, Object>of("query", query.get(), "limit", reach);
    var hits = new ArrayList<SearchHit>();
    if (type == null || type == Type.ENTITY) {
      hits.addAll(entities(parameters));
    }
    if (type == null || type == Type.FACT) {
      hits.addAll(facts(parameters));
    }
    if (type == null || type == Type.EPISODE) {
      hits.addAll(episodes(parameters, text));
    }
    return hits.stream()
        .sorted(Comparator.comparing(SearchHit::score).reversed().thenComparing(SearchHit::id))
        .skip(slice.skip())
        .limit(slice.limit())
        .toList();
  }

  private List<SearchHit> entities(Map<String, Object> parameters) {
    return scaled(
        ENTITY,
        tx.run(
                """
                CALL db.index.fulltext.queryNodes('memory_entity_words', $query, {limit: $limit})
                YIELD node, score
                OPTIONAL MATCH (kept:Entity {id: node.mergedInto})
                WITH coalesce(kept, node) AS e, max(score) AS score
                RETURN e.id AS id, e.kind AS kind, e.label AS label, e.key AS key, score
                """,
                parameters)
            .list(
                r ->
                    new SearchHit(
                        Type.ENTITY,
                        r.get("id").asString(),
                        rows.kindLabel(r.get("kind").asString()),
                        r.get("label").asString(),
                        r.get("key").asString(),
                        r.get("score").asDouble())));
  }

  private List<SearchHit> facts(Map<String, Object> parameters) {
    return scaled(
        FACT,
        tx
            .run(
                """
                CALL db.index.fulltext.queryNodes('memory_fact_words', $query, {limit: $limit * 4})
                YIELD node, score
                MATCH (node)-[:SUBJECT]->(s:Entity)
                RETURN node.factId AS id, node.predicate AS predicate, s.label AS label,
                       node.sentence AS sentence, score, node.recordedTo IS NULL AS believed
                """,
                parameters)
            .list()
            .stream()
            .filter(this::isBelieved)
            .limit(((Number) parameters.get("limit")).longValue())
            .map(
                r ->
                    new SearchHit(
                        Type.FACT,
                        r.get("id").asString(),
                        rows.predicateLabel(r.get("predicate").asString()),
                        r.get("label").asString(),
                        r.get("sentence").asString(),
                        r.get("score").asDouble()))
            .toList());
  }

  private boolean isBelieved(Record found) {
    if (found.get("believed").asBoolean()) {
      return true;
    }
    tally.dropped(1);
    return false;
  }

  private List<SearchHit> episodes(Map<String, Object> parameters, String text) {
    return scaled(
        EPISODE,
        tx.run(
                """
                CALL db.index.fulltext.queryNodes('memory_episode_words', $query, {limit: $limit})
                YIELD node, score
                RETURN node.key AS id, node.kind AS kind, node.title AS title, node.text AS text,
                       score
                """,
                parameters)
            .list(r -> episode(r, text)));
  }

  private static SearchHit episode(Record record, String text) {
    return new SearchHit(
        Type.EPISODE,
        record.get("id").asString(),
        record.get("kind").asString(),
        record.get("title").asString(),
        snippet(record.get("text").asString(), text),
        record.get("score").asDouble());
  }

  /** The words around the first word that was looked for. */
  private static String snippet(String source, String text) {
    var lower = source.toLowerCase(Locale.ROOT);
    int place = 0;
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      int found = word.isEmpty() ? -1 : lower.indexOf(word);
      if (found >= 0) {
        place = Math.min(found, source.length());
        break;
      }
    }
    int start = Math.max(0, Math.min(place - SNIPPET / 3, source.length() - SNIPPET));
    int end = Math.min(source.length(), start + SNIPPET);
    return (start > 0 ? "…" : "")
        + source.substring(start, end).replaceAll("\\s+", " ").strip()
        + (end < source.length() ? "…" : "");
  }

  private static List<SearchHit> scaled(double weight, List<SearchHit> hits) {
    double best = hits.stream().mapToDouble(SearchHit::score).max().orElse(1);
    return hits.stream()
        .map(
            hit ->
                new SearchHit(
                    hit.type(),
                    hit.id(),
                    hit.kind(),
                    hit.label(),
                    hit.snippet(),
                    weight * hit.score() / best))
        .toList();
  }
}
