package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.FactRow;
import dev.continuo.ontology.recall.PassageRow;
import dev.continuo.ontology.recall.Reading.Meant;
import dev.continuo.ontology.recall.RecallStore;
import dev.continuo.ontology.recall.RollUps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts as memory wrote them, and passages with words and vectors beside them, in Neo4j. */
public final class Neo4jRecallStore implements RecallStore {

  private final Store store;
  private final PassageWriter writer;
  private final RollUps rollUps;

  private Neo4jRecallStore(Store store, PassageWriter writer, RollUps rollUps) {
    this.store = store;
    this.writer = writer;
    this.rollUps = rollUps;
  }

  /** Connects and makes the indexes that recall needs. */
  public static Neo4jRecallStore open(
      MemoryAddress address, Embeddings embeddings, InstantSource clock) {
    var store = Store.open(address);
    return new Neo4jRecallStore(
        store,
        new PassageWriter(store, embeddings, clock),
        new Neo4jRollUps(store, embeddings, clock));
  }

  @Override
  public List<Meant> named(String text) {
    return store.read("Looking for names", tx -> new Who(tx).in(text));
  }

  @Override
  public Optional<Meant> entity(String idOrKey) {
    return store.read("Looking for an entity", tx -> new Who(tx).named(idOrKey));
  }

  @Override
  public String version(String entityId) {
    return store.read(
        "Reading a version",
        tx ->
            tx
                .run(
                    "MATCH (e:Entity {id: $id}) RETURN e.rev AS rev, e.passagesAt AS at",
                    Map.of("id", entityId))
                .list(r -> r.get("rev") + " " + r.get("at"))
                .stream()
                .findFirst()
                .orElse(""));
  }

  @Override
  public List<FactRow> rows(String entityId, Collection<String> predicates, int most) {
    return rows(
        "Reading slots",
        FactRows.OF_ENTITY
            + """
            MATCH (e)<-[side:SUBJECT|OBJECT]-(f:Fact)
            WHERE size($predicates) = 0 OR f.predicate IN $predicates
            WITH f, type(side) = 'OBJECT' AS objectSide ORDER BY f.recordedFrom DESC LIMIT $most
            """,
        Map.of("id", entityId, "predicates", List.copyOf(predicates), "most", most));
  }

  @Override
  public List<FactRow> owed(
      @Nullable String entityId,
      Instant valid,
      Instant recorded,
      Collection<String> closed,
      int most) {
    var parameters = new HashMap<String, Object>();
    parameters.put("valid", Store.time(valid));
    parameters.put("recorded", Store.time(recorded));
    parameters.put("closed", List.copyOf(closed));
    parameters.put("most", most);
    if (entityId != null) {
      parameters.put("id", entityId);
    }
    return rows(
        "Reading what is owed",
        (entityId == null
                ? "MATCH (c:Commitment|Milestone|Invoice|Clause)"
                : FactRows.OF_ENTITY + OWED_BY_OR_TO)
            + STILL_OPEN,
        parameters);
  }

  private static final String OWED_BY_OR_TO =
      """
      MATCH (e)<-[:OBJECT]-(:Fact)-[:SUBJECT]->(near:Entity)
      WITH DISTINCT near
      CALL (near) {
        WITH near WHERE near:Commitment OR near:Milestone OR near:Invoice OR near:Clause
        RETURN near AS c
        UNION
        WITH near WHERE near:Agreement
        MATCH (near)<-[:OBJECT]-(:Fact)-[:SUBJECT]->(c:Commitment|Milestone|Clause)
        RETURN c
      }
      WITH DISTINCT c
      """;

  /** What is closed goes first, so that years of it do not crowd out what is open. */
  private static final String STILL_OPEN =
      """

      WITH c WHERE NOT EXISTS {
        MATCH (c)<-[:SUBJECT]-(s:Fact {predicate: 'continuo:state'})
        WHERE s.value IN $closed
          AND s.recordedFrom <= $recorded AND (s.recordedTo IS NULL OR s.recordedTo > $recorded)
          AND s.validFrom <= $valid AND (s.validTo IS NULL OR s.validTo > $valid)
      }
      MATCH (c)<-[:SUBJECT]-(f:Fact)
      WITH f, false AS objectSide LIMIT $most
      """;

  /** The newest of both sorts, each by its index. */
  private static final String CHANGED =
      """
      CALL () {
        MATCH (f:Fact) WHERE f.recordedFrom >= $since
        RETURN f ORDER BY f.recordedFrom DESC LIMIT $most
        UNION
        MATCH (f:Fact) WHERE f.recordedTo >= $since
        RETURN f ORDER BY f.recordedTo DESC LIMIT $most
      }
      """;

  @Override
  public List<FactRow> changedSince(@Nullable String entityId, Instant since, int most) {
    var parameters = new HashMap<String, Object>();
    parameters.put("since", Store.time(since));
    parameters.put("most", most);
    if (entityId != null) {
      parameters.put("id", entityId);
    }
    return rows(
        "Reading what changed",
        (entityId == null
                ? CHANGED
                : FactRows.OF_ENTITY
                    + """
                    MATCH (e)<-[:SUBJECT|OBJECT]-(f:Fact)
                    WHERE f.recordedFrom >= $since OR f.recordedTo >= $since
                    """)
            + """
            WITH DISTINCT f, false AS objectSide
            ORDER BY coalesce(f.recordedTo, f.recordedFrom) DESC LIMIT $most
            """,
        parameters);
  }

  @Override
  public List<FactRow> rowsByWords(Collection<String> words, int most) {
    var query = FactRows.query(words);
    return query.isEmpty()
        ? List.of()
        : rows(
            "Searching facts",
            """
            CALL db.index.fulltext.queryNodes('memory_fact_words', $query, {limit: $most})
            YIELD node AS f
            WITH f, false AS objectSide
            """,
            Map.of("query", query, "most", most));
  }

  @Override
  public List<FactRow> rowsOf(Collection<String> episodeKeys, int each) {
    return episodeKeys.isEmpty()
        ? List.of()
        : rows(
            "Reading evidence",
            """
            UNWIND $keys AS key
            CALL (key) {
              MATCH (:Episode {key: key})<-[:EVIDENCE]-(f:Fact) RETURN DISTINCT f LIMIT $each
            }
            WITH DISTINCT f, false AS objectSide
            """,
            Map.of("keys", List.copyOf(episodeKeys), "each", each));
  }

  private List<FactRow> rows(String what, String pattern, Map<String, Object> parameters) {
    return store.read(what, tx -> tx.run(pattern + FactRows.FACT, parameters).list(FactRows::row));
  }

  @Override
  public List<PassageRow> passages(String entityId, int most) {
    return store.read(
        "Reading passages",
        tx ->
            tx.run(
                    FactRows.OF_ENTITY
                        + """
                        MATCH (e)<-[:ABOUT]-(p:Passage)-[:OF]->(ep:Episode)
                        WITH DISTINCT p, ep, 0.0 AS score ORDER BY ep.occurredAt DESC LIMIT $most
                        """
                        + FactRows.PASSAGE,
                    Map.of("id", entityId, "most", most))
                .list(FactRows::passage));
  }

  @Override
  public List<PassageRow> passages(Collection<String> words, float[] vector, int most) {
    var query = FactRows.query(words);
    return store.read(
        "Searching passages",
        tx ->
            tx.run(
                    "CALL () {\n"
                        + (query.isEmpty() ? "" : FactRows.BY_WORDS)
                        + FactRows.BY_MEANING
                        + """
                        }
                        WITH p, max(score) AS score
                        MATCH (p)-[:OF]->(ep:Episode)
                        """
                        + FactRows.PASSAGE,
                    Map.of("query", query, "vector", vector, "most", most))
                .list(FactRows::passage));
  }

  @Override
  public int index(int mostSources) {
    return writer.write(mostSources);
  }

  @Override
  public RollUps rollUps() {
    return rollUps;
  }

  @Override
  public void close() {
    store.close();
  }
}
