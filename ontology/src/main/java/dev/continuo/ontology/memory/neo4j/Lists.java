package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Decision;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.Waits;
import dev.continuo.ontology.memory.WithheldFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Lists over all of memory, a piece at a time. */
final class Lists {
  private static final String SHAKY =
      """
      MATCH (f:Fact)-[st:STALE]->(:Fact)
      WHERE st.at > datetime('0001-01-01T00:00:00Z') AND st.settledAt IS NULL
        AND f.recordedTo IS NULL
      """;

  private final TransactionContext tx;
  private final Rows rows;

  Lists(TransactionContext tx, Rows rows) {
    this.tx = tx;
    this.rows = rows;
  }

  /** Skip and limit, and the words as they are compared. */
  static Map<String, Object> piece(Slice slice, String words) {
    var parameters = new HashMap<String, Object>();
    parameters.put("skip", slice.skip());
    parameters.put("limit", Neo4jMemory.within(slice.limit()));
    parameters.put("words", words.strip().toLowerCase(Locale.ROOT));
    return parameters;
  }

  List<SearchHit> things(String kind, String words, Slice slice) {
    var parameters = piece(slice, "");
    parameters.put("kind", kind);
    LuceneWords.query(words).ifPresent(query -> parameters.put("query", query));
    return tx.run(
            (parameters.containsKey("query")
                    ? """
                      CALL db.index.fulltext.queryNodes('memory_entity_words', $query)
                      YIELD node, score WHERE node.kind = $kind
                      OPTIONAL MATCH (kept:Entity {id: node.mergedInto})
                      WITH coalesce(kept, node) AS e, max(score) AS score
                      ORDER BY score DESC, e.id SKIP $skip LIMIT $limit
                      """
                    : """
                      MATCH (e:Entity)
                      WHERE e.kind = $kind AND e.label >= '' AND e.mergedInto IS NULL
                      WITH e, 1.0 AS score ORDER BY e.label, e.id SKIP $skip LIMIT $limit
                      """)
                + """
                WITH collect([e, score]) AS found
                UNWIND found AS one
                RETURN one[0].id AS id, one[0].label AS label, one[0].key AS key, one[1] AS score
                """,
            parameters)
        .list(
            r ->
                new SearchHit(
                    SearchHit.Type.ENTITY,
                    r.get("id").asString(),
                    rows.kindLabel(kind),
                    r.get("label").asString(),
                    r.get("key").asString(),
                    r.get("score").asDouble()));
  }

  List<SearchHit> episodes(Slice slice) {
    return tx.run(
            """
            MATCH (ep:Episode) WHERE ep.occurredAt > datetime('0001-01-01T00:00:00Z')
            RETURN ep.key AS key, ep.kind AS kind, ep.title AS title, left(ep.text, 160) AS text
            ORDER BY ep.occurredAt DESC, key SKIP $skip LIMIT $limit
            """,
            piece(slice, ""))
        .list(
            r ->
                new SearchHit(
                    SearchHit.Type.EPISODE,
                    r.get("key").asString(),
                    r.get("kind").asString(),
                    r.get("title").asString(),
                    r.get("text").asString().replaceAll("\\s+", " ").strip(),
                    1));
  }

  Waits waiting() {
    return new Waits(
        count("MATCH (w:Withheld) WHERE w.status = 'REVIEW' AND w.at IS NOT NULL RETURN count(w)"),
        count("MATCH (m:Merge) WHERE m.state = 'OPEN' AND m.score IS NOT NULL RETURN count(m)"),
        count(SHAKY + "RETURN count(DISTINCT f)"),
        count(
            "MATCH (w:Withheld) WHERE w.status = 'REJECTED' AND w.at IS NOT NULL RETURN count(w)"));
  }

  private int count(String query) {
    return tx.run(query).single().get(0).asInt();
  }

  List<WithheldFact> withheld(WithheldFact.Status status, String words, Slice slice) {
    var parameters = piece(slice, words);
    parameters.put("status", status.name());
    return tx.run(
            """
            MATCH (w:Withheld)
            WHERE w.status = $status AND w.at > datetime('0001-01-01T00:00:00Z')
              AND ($words = '' OR toLower(w.subjectLabel + ' ' + w.value + ' ' + w.message + ' '
                                          + w.quote) CONTAINS $words)
            RETURN w ORDER BY w.at DESC, w.id SKIP $skip LIMIT $limit
            """,
            parameters)
        .list(rows::withheld);
  }

  List<Decision> decided(String words, Slice slice, Merges merges) {
    var found =
        tx.run(
                """
                CALL () {
                  MATCH (n:Withheld)
                  WHERE n.settledAt > datetime('0001-01-01T00:00:00Z')
                    AND n.status IN ['ACCEPTED', 'DISMISSED']
                    AND ($words = '' OR toLower(n.subjectLabel + ' ' + n.value + ' '
                                                + coalesce(n.why, '')) CONTAINS $words)
                  RETURN n
                  UNION ALL
                  MATCH (n:Merge)
                  WHERE n.settledAt > datetime('0001-01-01T00:00:00Z')
                    AND n.state IN ['MERGED', 'DISMISSED']
                    AND ($words = '' OR EXISTS {
                      MATCH (n)-[:BETWEEN]->(e:Entity) WHERE toLower(e.label) CONTAINS $words
                    })
                  RETURN n
                }
                RETURN n AS w, n:Merge AS pair, n.id AS id, n.settledAt AS at
                ORDER BY at DESC, id SKIP $skip LIMIT $limit
                """,
                piece(slice, words))
            .list();
    var decisions = new ArrayList<Decision>();
    for (Record r : found) {
      var at = Times.read(r.get("at"));
      if (r.get("pair").asBoolean()) {
        merges
            .find(r.get("id").asString())
            .ifPresent(pair -> decisions.add(new Decision.OfPair(at, pair)));
      } else {
        decisions.add(new Decision.OfFact(at, rows.withheld(r)));
      }
    }
    return decisions;
  }

  List<Fact> shaky(String words, Slice slice) {
    return tx
        .run(
            SHAKY
                + """
                AND ($words = '' OR toLower(f.sentence) CONTAINS $words)
                WITH f, max(st.at) AS since
                ORDER BY since DESC, f.factId SKIP $skip LIMIT $limit
                """
                + Rows.FACT
                + ", since",
            piece(slice, words))
        .list()
        .stream()
        .sorted((a, b) -> Times.read(b.get("since")).compareTo(Times.read(a.get("since"))))
        .map(rows::fact)
        .toList();
  }
}
