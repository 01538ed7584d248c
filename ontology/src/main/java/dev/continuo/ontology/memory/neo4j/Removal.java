package dev.continuo.ontology.memory.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/** Takes out what an erasure reaches, and masks what others need. */
final class Removal {
  private final TransactionContext tx;
  private final Reach reach;
  private final List<String> secrets;

  Removal(TransactionContext tx, Reach reach) {
    this.tx = tx;
    this.reach = reach;
    this.secrets =
        Stream.concat(
                reach.names().stream(),
                reach.keys().stream().map(key -> key.substring(key.indexOf(':') + 1)))
            .distinct()
            .toList();
  }

  void run() {
    each("MATCH (x) WHERE elementId(x) = id DETACH DELETE x", reach.companions());
    mask();
    withheld();
    each(
        """
        MATCH (f:Fact {factId: id})-[:IN]->(slot:Slot)
        OPTIONAL MATCH (slot)-[c:CONFIRMED_BY]->(:Episode) WHERE c.factId = id
        DELETE c
        """,
        reach.facts());
    each(
        """
        MATCH (f:Fact {factId: id})
        OPTIONAL MATCH (f)-[:IN]->(slot:Slot)
        DETACH DELETE f
        WITH slot WHERE slot IS NOT NULL AND NOT EXISTS { (slot)<-[:IN]-() }
        DETACH DELETE slot
        """,
        reach.facts());
    activities();
    each("MATCH (ep:Episode {key: id}) DETACH DELETE ep", reach.episodes());
    each(
        """
        MATCH (e:Entity {id: id})
        OPTIONAL MATCH (k:Key)-[:OF]->(e)
        OPTIONAL MATCH (m:Merge)-[:BETWEEN]->(e)
        DETACH DELETE k, m, e
        """,
        reach.entities());
  }

  private void each(String cypher, List<String> ids) {
    if (!ids.isEmpty()) {
      tx.run("UNWIND $ids AS id CALL (id) { " + cypher + " }", Map.of("ids", ids)).consume();
    }
  }

  private void withheld() {
    tx.run(
            """
            MATCH (w:Withheld)
            WHERE w.subjectId IN $ids OR w.subjectKey IN $keys OR w.objectKey IN $keys
               OR w.episodeKey IN $episodes OR w.conflictingFactId IN $facts
            DETACH DELETE w
            """,
            Map.of(
                "ids", reach.entities(),
                "keys", reach.keys(),
                "episodes", reach.episodes(),
                "facts", reach.facts()))
        .consume();
  }

  /** A write that is gone leaves its mark, so that it is never done again. */
  private void activities() {
    var rows =
        reach.writeKeys().stream()
            .map(key -> Map.of("key", key, "mark", Tombstones.mark(key)))
            .toList();
    tx.run(
            """
            UNWIND $rows AS x
            MATCH (a:Activity {key: x.key})
            WHERE NOT EXISTS { (a)<-[:GENERATED_BY]-(:Fact) }
            MERGE (:Erased {key: x.mark})
            DETACH DELETE a
            """,
            Map.of("rows", rows))
        .consume();
    tx.run(
            """
            UNWIND $rows AS x
            MATCH (a:Activity {key: x.key})
            SET a.accepted = [id IN a.accepted WHERE NOT id IN $facts],
                a.confirmed = [id IN a.confirmed WHERE NOT id IN $facts],
                a.newEntityIds = [id IN a.newEntityIds WHERE NOT id IN $entities],
                a.entityKeys = [i IN range(0, size(a.entityKeys) - 1)
                                WHERE NOT a.entityIds[i] IN $entities | a.entityKeys[i]],
                a.entityIds = [id IN a.entityIds WHERE NOT id IN $entities], a.withheld = []
            """,
            Map.of("rows", rows, "facts", reach.facts(), "entities", reach.entities()))
        .consume();
  }

  private void mask() {
    for (var key : reach.shared()) {
      var found =
          tx.run(
                  """
                  MATCH (ep:Episode {key: $key})
                  RETURN ep.text AS text, ep.title AS title,
                         [(ep)<-[e:EVIDENCE]-(f:Fact) WHERE NOT f.factId IN $facts AND e.start >= 0
                          | [e.start, e.end]] AS spans
                  """,
                  Map.of("key", key, "facts", reach.facts()))
              .single();
      var kept = new ArrayList<Masking.Span>();
      found
          .get("spans")
          .asList(v -> new Masking.Span(v.get(0).asInt(), v.get(1).asInt()))
          .forEach(kept::add);
      tx.run(
              """
              MATCH (ep:Episode {key: $key})
              SET ep.text = $text, ep.title = $title, ep.sourceId = null, ep.masked = true, ep:Unread
              """,
              Map.of(
                  "key", key,
                  "text", Masking.mask(found.get("text").asString(), kept, secrets),
                  "title", Masking.names(found.get("title").asString(), secrets)))
          .consume();
      maskQuotes(key);
    }
  }

  private void maskQuotes(String key) {
    var quotes =
        tx.run(
                """
                MATCH (:Episode {key: $key})<-[e:EVIDENCE]-(f:Fact) WHERE NOT f.factId IN $facts
                RETURN elementId(e) AS id, e.quote AS quote
                """,
                Map.of("key", key, "facts", reach.facts()))
            .list(
                r ->
                    Map.of(
                        "id",
                        r.get("id").asString(),
                        "quote",
                        Masking.names(r.get("quote").asString(), secrets)));
    tx.run(
            """
            MATCH (:Episode {key: $key})<-[e:EVIDENCE]-(:Fact)
            WITH e, [q IN $quotes WHERE q.id = elementId(e)] AS own WHERE size(own) > 0
            SET e.quote = own[0].quote
            """,
            Map.of("key", key, "quotes", quotes))
        .consume();
  }
}
