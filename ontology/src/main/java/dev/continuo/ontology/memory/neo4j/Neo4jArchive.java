package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Reads memory as a whole, one thing after the other, and takes an archive back in. */
final class Neo4jArchive implements Archive {
  private final Store store;
  private final Neo4jVocabularies vocabularies;

  Neo4jArchive(Store store, Neo4jVocabularies vocabularies) {
    this.store = store;
    this.vocabularies = vocabularies;
  }

  @Override
  public void read(Reader reader) {
    store.readAll(
        new Question("archive", null),
        (tx, tally) -> {
          entities(tx, reader);
          episodes(tx, reader);
          activities(tx, reader);
          facts(tx, reader);
          confirmations(tx, reader);
          return 1;
        });
  }

  @Override
  public String version() {
    return store.read(
        new Question("archive-version", null),
        (tx, tally) -> {
          var r =
              tx.run(
                      """
                      CALL () { MATCH (a:Activity) RETURN count(a) AS writes }
                      CALL () { MATCH (x:Erased) RETURN count(x) AS erased }
                      CALL () { MATCH (x:Erasure) RETURN count(x) AS erasures }
                      CALL () { MATCH (m:Merge) RETURN sum(coalesce(m.changes, 0)) AS merges }
                      RETURN writes + '-' + erased + '-' + erasures + '-' + merges AS version
                      """)
                  .single();
          return r.get("version").asString();
        });
  }

  @Override
  public Restored restore(Content content) {
    var terms = vocabularies.terms();
    var refused = terms.gate().judge(content);
    return store.writeMuch(
        new Question("restore", null, "memory_entity_id", "memory_slot"),
        tx -> new Restoring(tx, terms.vocabulary(), content, refused).run());
  }

  private static void each(TransactionContext tx, String cypher, Consumer<Record> consumer) {
    tx.run(cypher).forEachRemaining(consumer);
  }

  private static void entities(TransactionContext tx, Reader reader) {
    each(
        tx,
        """
        MATCH (e:Entity) WHERE e.id > ''
        RETURN e, COLLECT { MATCH (k:Key)-[:OF]->(e) RETURN k.key ORDER BY k.key } AS keys
        ORDER BY e.id
        """,
        r -> {
          var e = r.get("e");
          reader.entity(
              new ArchivedEntity(
                  e.get("id").asString(),
                  e.get("kind").asString(),
                  e.get("label").asString(),
                  r.get("keys").asList(Value::asString),
                  e.get("aliases").asList(Value::asString),
                  Times.read(e.get("firstSeen")),
                  Rows.text(e.get("mergedInto"))));
        });
  }

  private static void episodes(TransactionContext tx, Reader reader) {
    each(
        tx,
        "MATCH (ep:Episode) WHERE ep.key > '' RETURN ep ORDER BY ep.key",
        r ->
            reader.episode(
                new ArchivedEpisode(
                    Rows.episode(r.get("ep")), Times.read(r.get("ep").get("recordedAt")))));
  }

  private static void activities(TransactionContext tx, Reader reader) {
    each(
        tx,
        """
        MATCH (a:Activity)-[:FROM]->(ep:Episode) WHERE a.key > ''
        RETURN a, ep.key AS episodeKey ORDER BY a.key
        """,
        r -> {
          var a = r.get("a");
          reader.activity(
              new ArchivedActivity(
                  a.get("key").asString(),
                  r.get("episodeKey").asString(),
                  a.get("agent").asString(),
                  a.get("detail").asString(),
                  new BigDecimal(a.get("cost").asString()),
                  Times.read(a.get("at"))));
        });
  }

  private static void facts(TransactionContext tx, Reader reader) {
    each(
        tx,
        """
        MATCH (f:Fact)-[:SUBJECT]->(s:Entity) WHERE f.factId > ''
        MATCH (f)-[e:EVIDENCE]->(ep:Episode)
        MATCH (f)-[:GENERATED_BY]->(a:Activity)
        OPTIONAL MATCH (f)-[:OBJECT]->(o:Entity)
        RETURN f, s.id AS subjectId, e AS evidence, ep.key AS episodeKey, a.key AS activityKey,
               o.id AS objectId, o.kind AS objectKind, o.key AS objectKey, o.label AS objectLabel,
               COLLECT { MATCH (f)-[:SUPERSEDES]->(x:Fact) RETURN x.factId ORDER BY x.factId }
                 AS supersedes,
               COLLECT { MATCH (f)-[:CONTINUES]->(x:Fact) RETURN x.factId ORDER BY x.factId }
                 AS continues,
               COLLECT { MATCH (f)-[:DERIVED_FROM]->(x:Fact) RETURN x.factId ORDER BY x.factId }
                 AS bases
        ORDER BY f.factId
        """,
        r -> reader.fact(fact(r)));
  }

  private static ArchivedFact fact(Record r) {
    var f = r.get("f");
    return new ArchivedFact(
        f.get("factId").asString(),
        f.get("slotKey").asString(),
        r.get("subjectId").asString(),
        f.get("predicate").asString(),
        Rows.value(r),
        Rows.text(r.get("objectId")),
        f.get("sentence").asString(),
        Times.read(f.get("validFrom")),
        Times.readOrNull(f.get("validTo")),
        Times.read(f.get("recordedFrom")),
        Times.readOrNull(f.get("recordedTo")),
        f.get("confidence").asDouble(),
        SourceRank.valueOf(f.get("rank").asString()),
        f.get("vocabularyVersion").asString(),
        r.get("episodeKey").asString(),
        evidence(r.get("evidence")),
        r.get("activityKey").asString(),
        f.get("recordedBy").asString(),
        f.get("ordinal").asInt(),
        r.get("supersedes").asList(Value::asString),
        r.get("continues").asList(Value::asString),
        r.get("bases").asList(Value::asString));
  }

  private static Evidence evidence(Value edge) {
    return new Evidence(
        edge.get("quote").asString(), edge.get("start").asInt(), edge.get("end").asInt());
  }

  private static void confirmations(TransactionContext tx, Reader reader) {
    each(
        tx,
        """
        MATCH (s:Slot)-[c:CONFIRMED_BY]->(ep:Episode) WHERE s.key > ''
        RETURN s.key AS slotKey, c, ep.key AS episodeKey ORDER BY slotKey, episodeKey, c.at
        """,
        r -> {
          var c = r.get("c");
          reader.confirmation(
              new ArchivedConfirmation(
                  r.get("slotKey").asString(),
                  c.get("factId").asString(),
                  c.get("valueKey").asString(),
                  r.get("episodeKey").asString(),
                  evidence(c),
                  SourceRank.valueOf(c.get("rank").asString()),
                  c.get("confidence").asDouble(),
                  Times.read(c.get("at")),
                  Times.read(c.get("recordedAt"))));
        });
  }
}
