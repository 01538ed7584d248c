package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Everything in memory that an erasure has to take.
 *
 * @param entities those named, what is read with them, and what is only about them
 * @param people who belongs to them and is not named
 * @param facts rows of all times that speak of the entities
 * @param episodes sources on which nobody else's fact stands
 * @param shared sources on which somebody else's fact stands
 * @param companions element ids of vectors, roll-ups and whatever else is attached
 * @param names labels and other names of the entities, without files
 */
record Reach(
    List<String> entities,
    List<String> people,
    List<String> facts,
    List<String> episodes,
    List<String> shared,
    List<String> documentIds,
    List<String> companions,
    List<String> keys,
    List<String> names,
    List<String> writeKeys) {
  /** Labels of memory itself; what has another one is a companion. */
  static final List<String> OWN =
      List.of(
          "Entity",
          "Key",
          "Fact",
          "Slot",
          "Episode",
          "Activity",
          "Withheld",
          "Schema",
          "Merge",
          "Erasure",
          "Erased",
          "Extension");

  private static final List<String> PARTIES = List.of("schema:Person", "org:Organization");

  static Reach of(TransactionContext tx, Vocabulary vocabulary, Collection<String> named) {
    return new Search(tx, vocabulary).reach(named);
  }

  /** Finds it, question by question. */
  private static final class Search {
    private final TransactionContext tx;
    private final List<String> functional;

    Search(TransactionContext tx, Vocabulary vocabulary) {
      this.tx = tx;
      this.functional = vocabulary.functional();
    }

    Reach reach(Collection<String> named) {
      var clients =
          ids(
              """
              UNWIND $ids AS id
              MATCH (n:Entity {id: id})
              WITH coalesce(n.mergedInto, n.id) AS kept
              MATCH (e:Entity) WHERE e.id = kept OR e.mergedInto = kept
              RETURN DISTINCT e.id AS id
              """,
              named);
      var entities = aboutThem(clients);
      var facts =
          ids(
              """
              UNWIND $ids AS id
              MATCH (:Entity {id: id})<-[:SUBJECT|OBJECT]-(f:Fact)
              RETURN DISTINCT f.factId AS id
              """,
              entities);
      var keys =
          ids(
              "UNWIND $ids AS id MATCH (k:Key)-[:OF]->(:Entity {id: id}) RETURN k.key AS id",
              entities);
      var sources = sources(entities, facts, keys);
      var shared = shared(sources, facts);
      var whole = sources.stream().filter(key -> !shared.contains(key)).toList();
      return new Reach(
          entities,
          people(clients),
          facts,
          whole,
          shared,
          documents(sources),
          companions(entities, facts, sources),
          keys,
          names(entities),
          writeKeys(facts, whole));
    }

    /**
     * What is only about them goes with them: whatever points at them by a functional predicate (a
     * request, a message, a commitment), and then what hangs on that and on no other party.
     */
    private List<String> aboutThem(List<String> clients) {
      Set<String> all = new LinkedHashSet<>(clients);
      var news =
          ids(
              """
              UNWIND $ids AS id
              MATCH (:Entity {id: id})<-[:SUBJECT|OBJECT]-(f:Fact)-[:SUBJECT|OBJECT]->(x:Entity)
              WHERE NOT x.kind IN $parties
                AND (f.predicate IN $functional OR NOT EXISTS {
                  MATCH (x)<-[:SUBJECT|OBJECT]-(:Fact)-[:SUBJECT|OBJECT]->(p:Entity)
                  WHERE p.kind IN $parties AND NOT p.id IN $ids
                })
              RETURN DISTINCT x.id AS id
              """,
              clients);
      while (all.addAll(news)) {
        news =
            ids(
                """
                UNWIND $ids AS id
                MATCH (:Entity {id: id})<-[:SUBJECT|OBJECT]-(:Fact)-[:SUBJECT|OBJECT]->(x:Entity)
                WHERE NOT x.kind IN $parties AND NOT x.id IN $all AND NOT EXISTS {
                  MATCH (x)<-[:SUBJECT|OBJECT]-(:Fact)-[:SUBJECT|OBJECT]->(p:Entity)
                  WHERE p.kind IN $parties AND NOT p.id IN $all
                }
                RETURN DISTINCT x.id AS id
                """,
                news,
                all);
      }
      return List.copyOf(all);
    }

    private List<String> people(List<String> clients) {
      return ids(
          """
          UNWIND $ids AS id
          MATCH (:Entity {id: id})<-[:OBJECT]-(f:Fact)-[:SUBJECT]->(p:Entity)
          WHERE f.predicate IN ['schema:worksFor', 'org:memberOf'] AND p.kind = 'schema:Person'
            AND NOT p.id IN $ids
          RETURN DISTINCT p.id AS id
          """,
          clients);
    }

    private List<String> sources(List<String> entities, List<String> facts, List<String> keys) {
      var found = new LinkedHashSet<String>();
      found.addAll(
          ids(
              """
              UNWIND $ids AS id
              MATCH (f:Fact {factId: id})
              CALL (f) {
                MATCH (f)-[:EVIDENCE]->(ep:Episode) RETURN ep
                UNION
                MATCH (f)-[:GENERATED_BY]->(:Activity)-[:FROM]->(ep:Episode) RETURN ep
                UNION
                MATCH (f)-[:IN]->(:Slot)-[c:CONFIRMED_BY]->(ep:Episode)
                WHERE c.factId = f.factId RETURN ep
                UNION
                MATCH (a:Activity {key: f.recordedBy})-[:FROM]->(ep:Episode) RETURN ep
                UNION
                MATCH (f)<-[:CLOSED]-(:Activity)-[:FROM]->(ep:Episode) RETURN ep
                UNION
                MATCH (a:Activity {at: f.recordedTo})-[:FROM]->(ep:Episode)
                WHERE NOT EXISTS { (a)<-[:GENERATED_BY]-() } AND NOT EXISTS { (a)-[:CLOSED]->() }
                RETURN ep
              }
              RETURN DISTINCT ep.key AS id
              """,
              facts));
      var parameters = Map.<String, Object>of("ids", entities, "keys", keys);
      found.addAll(
          tx.run(
                  """
                  MATCH (w:Withheld)-[:EVIDENCE]->(ep:Episode)
                  WHERE w.subjectId IN $ids OR w.subjectKey IN $keys OR w.objectKey IN $keys
                  RETURN DISTINCT ep.key AS id
                  """,
                  parameters)
              .list(r -> r.get("id").asString()));
      return new ArrayList<>(found);
    }

    private List<String> shared(List<String> sources, List<String> facts) {
      return ids(
          """
          UNWIND $ids AS key
          MATCH (ep:Episode {key: key})
          WHERE EXISTS { MATCH (ep)<-[:EVIDENCE]-(f:Fact) WHERE NOT f.factId IN $all }
             OR EXISTS {
               MATCH (ep)<-[:CONFIRMED_BY]-(:Slot)<-[:IN]-(f:Fact) WHERE NOT f.factId IN $all
             }
          RETURN ep.key AS id
          """,
          sources,
          facts);
    }

    private List<String> documents(List<String> sources) {
      return ids(
          """
          UNWIND $ids AS key
          MATCH (ep:Episode {key: key}) WHERE ep.sourceId IS NOT NULL
          RETURN DISTINCT ep.sourceId AS id
          """,
          sources);
    }

    /** Attached by an edge, or by naming one of the ids in a property. */
    private List<String> companions(
        List<String> entities, List<String> facts, List<String> sources) {
      var all = new ArrayList<>(entities);
      all.addAll(facts);
      all.addAll(sources);
      return tx.run(
              """
              CALL () {
                UNWIND $all AS id
                MATCH (:Entity {id: id})--(x) WHERE none(l IN labels(x) WHERE l IN $own)
                RETURN DISTINCT x
                UNION
                UNWIND $all AS id
                MATCH (:Fact {factId: id})--(x) WHERE none(l IN labels(x) WHERE l IN $own)
                RETURN DISTINCT x
                UNION
                UNWIND $all AS id
                MATCH (:Episode {key: id})--(x) WHERE none(l IN labels(x) WHERE l IN $own)
                RETURN DISTINCT x
                UNION
                MATCH (x) WHERE none(l IN labels(x) WHERE l IN $own)
                  AND any(p IN keys(x) WHERE
                    CASE WHEN x[p] IS :: LIST<STRING> THEN any(v IN x[p] WHERE v IN $all)
                         ELSE x[p] IN $all END)
                RETURN DISTINCT x
              }
              RETURN DISTINCT elementId(x) AS id
              """,
              Map.of("all", all, "own", OWN))
          .list(r -> r.get("id").asString());
    }

    /** Not those of files: others have an offer.pdf too. */
    private List<String> names(List<String> entities) {
      return tx
          .run(
              """
              UNWIND $ids AS id
              MATCH (e:Entity {id: id}) WHERE e.kind <> 'schema:DigitalDocument'
              RETURN [e.label] + e.aliases AS names
              """,
              Map.of("ids", entities))
          .list(r -> r.get("names").asList(Value::asString))
          .stream()
          .flatMap(List::stream)
          .distinct()
          .toList();
    }

    private List<String> writeKeys(List<String> facts, List<String> whole) {
      var keys =
          new LinkedHashSet<>(
              ids(
                  """
                  UNWIND $ids AS id
                  MATCH (f:Fact {factId: id})
                  CALL (f) {
                    MATCH (f)-[:GENERATED_BY]->(a:Activity) RETURN a.key AS key
                    UNION
                    MATCH (f)<-[:CLOSED]-(a:Activity) RETURN a.key AS key
                    UNION
                    RETURN f.recordedBy AS key
                  }
                  RETURN DISTINCT key AS id
                  """,
                  facts));
      keys.addAll(
          ids(
              """
              UNWIND $ids AS key
              MATCH (:Episode {key: key})<-[:FROM]-(a:Activity) RETURN DISTINCT a.key AS id
              """,
              whole));
      return List.copyOf(keys);
    }

    private List<String> ids(String cypher, Collection<String> ids) {
      return ids(cypher, ids, List.of());
    }

    private List<String> ids(String cypher, Collection<String> ids, Collection<String> all) {
      return tx.run(
              cypher,
              Map.of(
                  "ids",
                  List.copyOf(ids),
                  "all",
                  List.copyOf(all),
                  "parties",
                  PARTIES,
                  "functional",
                  functional))
          .list(r -> r.get("id").asString());
    }
  }
}
