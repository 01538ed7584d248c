package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Promises, contracts and signals of one client, from one point of view, a piece at a time. */
final class ClientThings {
  /** {@code one}, and who works for it: an organisation owes and is owed through its people. */
  private static final String PARTY =
      Recall.ONE
          + """
          CALL (one) {
            RETURN one AS party
            UNION
            MATCH (one)<-[:OBJECT]-(f:Fact {predicate: 'schema:worksFor'})-[:SUBJECT]->(p:Entity)
            WHERE %s
            RETURN p AS party
          }
          WITH DISTINCT party
          MATCH (party)<-[:OBJECT]-(f:Fact)-[:SUBJECT]->(x:Entity)
          WHERE f.predicate IN $roles AND %s
          WITH DISTINCT x
          """
              .formatted(Recall.AS_OF, Recall.AS_OF);

  private static final List<String> SIDES = List.of("vf:provider", "vf:receiver");

  private final TransactionContext tx;
  private final Rows rows;
  private final String id;
  private final AsOf asOf;
  private final Instant now;

  ClientThings(TransactionContext tx, Rows rows, String id, AsOf asOf, Instant now) {
    this.tx = tx;
    this.rows = rows;
    this.id = id;
    this.asOf = asOf;
    this.now = now;
  }

  private Map<String, @Nullable Object> parameters(String words, Slice slice, List<String> roles) {
    Map<String, @Nullable Object> all = Recall.asOf(asOf, now, "id", id);
    all.putAll(Lists.piece(slice, words));
    all.put("roles", roles);
    return all;
  }

  List<Thing> promises(String words, Slice slice) {
    return things(
        PARTY
            + """
            WHERE x:Commitment AND
            """
            + said("x")
            + """
            CALL (x) {
              MATCH (x)<-[:SUBJECT]-(f:Fact) WHERE f.predicate IN ['vf:due', 'continuo:state'] AND
            """
            + Recall.AS_OF
            + """
              RETURN max(CASE f.predicate WHEN 'vf:due' THEN f.value END) AS due,
                     max(CASE f.predicate WHEN 'continuo:state' THEN f.value END) AS state
            }
            WITH x, coalesce(state, 'open') <> 'open' AS over, due
            ORDER BY over, due, x.id SKIP $skip LIMIT $limit
            WITH collect(x) AS found UNWIND range(0, size(found) - 1) AS nth
            WITH nth, found[nth] AS x
            WITH nth, x, x AS part
            """,
        parameters(words, slice, SIDES));
  }

  List<Thing> agreements(String words, Slice slice) {
    return things(
        PARTY
            + """
            WHERE x:Agreement AND (
            """
            + said("x")
            + """
            OR EXISTS {
              MATCH (x)<-[:OBJECT]-(:Fact {predicate: 'vf:clauseOf'})-[:SUBJECT]->(part:Entity)
              WHERE
            """
            + said("part")
            + """
            })
            WITH x ORDER BY x.firstSeen DESC, x.id SKIP $skip LIMIT $limit
            WITH collect(x) AS found UNWIND range(0, size(found) - 1) AS nth
            WITH nth, found[nth] AS x
            CALL (x) {
              RETURN x AS part
              UNION
              MATCH (x)<-[:OBJECT]-(f:Fact {predicate: 'vf:clauseOf'})-[:SUBJECT]->(part:Entity)
              WHERE (part:Clause OR part:Milestone) AND
            """
            + Recall.AS_OF
            + """
              RETURN part
            }
            """,
        parameters(words, slice, SIDES));
  }

  List<Thing> signals(Slice slice) {
    return things(
        PARTY
            + """
            WHERE x:Signal AND NOT EXISTS {
              MATCH (x)<-[:SUBJECT]-(until:Fact {predicate: 'continuo:expiresAt'})
              WHERE until.recordedTo IS NULL AND datetime(until.value) <= $valid
            }
            WITH x ORDER BY x.firstSeen DESC, x.id SKIP $skip LIMIT $limit
            WITH collect(x) AS found UNWIND range(0, size(found) - 1) AS nth
            WITH nth, found[nth] AS x
            WITH nth, x, x AS part
            """,
        parameters("", slice, List.of("sosa:hasFeatureOfInterest")));
  }

  /** The words occur in its name, or in what is said of it from that point of view. */
  private static String said(String thing) {
    return """
           ($words = '' OR toLower(%1$s.label) CONTAINS $words OR EXISTS {
             MATCH (%1$s)<-[:SUBJECT]-(f:Fact)
             WHERE toLower(f.sentence) CONTAINS $words AND %2$s
           })
           """
        .formatted(thing, Recall.AS_OF);
  }

  /** Goes behind what binds {@code nth}, the thing {@code x} and each {@code part} of it. */
  private List<Thing> things(String match, Map<String, @Nullable Object> parameters) {
    record Of(String id, String kind, String label) {}
    var facts = new TreeMap<Integer, List<Fact>>();
    var things = new HashMap<Integer, Of>();
    for (Record r :
        tx.run(
                match
                    + "MATCH (part)<-[:SUBJECT]-(f:Fact) WHERE "
                    + Recall.AS_OF
                    + Rows.FACT
                    + ", nth, x",
                parameters)
            .list()) {
      int nth = r.get("nth").asInt();
      var x = r.get("x");
      things.put(
          nth, new Of(x.get("id").asString(), x.get("kind").asString(), x.get("label").asString()));
      facts.computeIfAbsent(nth, none -> new ArrayList<>()).add(rows.fact(r));
    }
    return facts.entrySet().stream()
        .map(
            e -> {
              var of = Objects.requireNonNull(things.get(e.getKey()));
              return new Thing(of.id(), of.kind(), of.label(), inOrder(e.getValue()));
            })
        .toList();
  }

  private static List<Fact> inOrder(List<Fact> facts) {
    return facts.stream()
        .sorted(
            Comparator.comparing(Fact::subjectLabel)
                .thenComparing(Fact::subjectId)
                .thenComparing(Fact::predicate)
                .thenComparing(Fact::factId))
        .toList();
  }
}
