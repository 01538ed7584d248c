package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Change;
import dev.continuo.ontology.memory.Days;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactGroup;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What belongs to one client, from one point of view, a piece at a time. */
final class OfClient {
  private static final Comparator<Fact> NEWEST =
      Comparator.comparing(Fact::validFrom)
          .thenComparing(Fact::recordedFrom)
          .reversed()
          .thenComparing(Fact::factId);

  private final TransactionContext tx;
  private final Rows rows;
  private final Recall recall;
  private final String id;
  private final AsOf asOf;
  private final Instant now;

  OfClient(TransactionContext tx, Rows rows, Tally tally, String id, AsOf asOf, Instant now) {
    this.tx = tx;
    this.rows = rows;
    this.recall = new Recall(tx, rows, tally);
    this.id = id;
    this.asOf = asOf;
    this.now = now;
  }

  private Map<String, @Nullable Object> parameters(String words, Slice slice) {
    Map<String, @Nullable Object> all = Recall.asOf(asOf, now, "id", id);
    all.putAll(Lists.piece(slice, words));
    return all;
  }

  List<FactGroup> groups(int each) {
    var parameters = parameters("", Slice.first(each));
    var totals = new LinkedHashMap<String, Integer>();
    var facts = new ArrayList<Fact>();
    tx.run(
            Recall.ONE
                + "MATCH (one)<-[:SUBJECT]-(f:Fact) WHERE "
                + Recall.AS_OF
                + """
                WITH f ORDER BY f.validFrom DESC, f.recordedFrom DESC, f.factId
                WITH f.predicate AS predicate, count(f) AS total, collect(f)[..$limit] AS some
                UNWIND some AS f
                """
                + Rows.FACT
                + ", total",
            parameters)
        .forEachRemaining(
            r -> {
              var fact = rows.fact(r);
              totals.put(fact.predicate(), r.get("total").asInt());
              facts.add(fact);
            });
    return recall.oneVersion(facts).stream()
        .collect(Collectors.groupingBy(Fact::predicate, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(group -> group(group, totals))
        .toList();
  }

  private FactGroup group(List<Fact> facts, Map<String, Integer> totals) {
    var first = facts.getFirst();
    int total =
        rows.isFunctional(first.predicate())
            ? facts.size()
            : totals.getOrDefault(first.predicate(), facts.size());
    return new FactGroup(
        first.predicate(), first.predicateLabel(), total, facts.stream().sorted(NEWEST).toList());
  }

  List<Fact> facts(String predicate, String words, Slice slice) {
    var parameters = parameters(words, slice);
    parameters.put("predicate", predicate);
    return ordered(
        "MATCH (one)<-[:SUBJECT]-(f:Fact {predicate: $predicate}) WHERE " + Recall.AS_OF,
        parameters);
  }

  List<Fact> references(String words, Slice slice) {
    return ordered(
        "MATCH (one)<-[:OBJECT]-(f:Fact) WHERE " + Recall.AS_OF, parameters(words, slice));
  }

  private List<Fact> ordered(String match, Map<String, @Nullable Object> parameters) {
    return tx
        .run(
            Recall.ONE
                + match
                + Recall.SAID
                + """
                WITH f ORDER BY f.validFrom DESC, f.recordedFrom DESC, f.factId
                SKIP $skip LIMIT $limit
                """
                + Rows.FACT,
            parameters)
        .list(rows::fact)
        .stream()
        .sorted(NEWEST)
        .toList();
  }

  List<SourceLine> sources(boolean documents, String words, Slice slice) {
    var parameters = parameters(words, slice);
    parameters.put("documents", documents);
    return tx.run(
            Recall.ONE
                + """
                MATCH (one)<-[:SUBJECT|OBJECT]-(f:Fact)-[:EVIDENCE]->(ep:Episode)
                WHERE ep.occurredAt <= $valid
                  AND ($recorded IS NULL OR f.recordedFrom <= $recorded)
                  AND (NOT $documents OR ep.sourceId IS NOT NULL)
                WITH ep, count(DISTINCT f) AS facts, collect(DISTINCT f.sentence) AS sentences
                WHERE $words = '' OR toLower(ep.title) CONTAINS $words
                  OR any(sentence IN sentences WHERE toLower(sentence) CONTAINS $words)
                RETURN ep.key AS key, ep.kind AS kind, ep.title AS title,
                       ep.occurredAt AS occurredAt, ep.sourceId AS document, facts,
                       sentences[..2] AS said
                ORDER BY occurredAt DESC, key SKIP $skip LIMIT $limit
                """,
            parameters)
        .list(
            r ->
                new SourceLine(
                    r.get("key").asString(),
                    r.get("kind").asString(),
                    r.get("title").asString(),
                    Times.read(r.get("occurredAt")),
                    Rows.text(r.get("document")),
                    r.get("facts").asInt(),
                    r.get("said").asList(Value::asString)));
  }

  Optional<Days> days() {
    return tx
        .run(
            Recall.ONE
                + """
                MATCH (one)<-[:SUBJECT|OBJECT]-(f:Fact)
                WITH min(f.validFrom) AS first, max(f.validFrom) AS last,
                     min(f.recordedFrom) AS recorded
                WHERE first IS NOT NULL
                RETURN first, last, recorded
                """,
            Map.of("id", id))
        .list(
            r ->
                new Days(
                    Times.read(r.get("first")),
                    Times.read(r.get("last")),
                    Times.read(r.get("recorded"))))
        .stream()
        .findFirst();
  }

  List<Change> changes(Instant since, String words, Slice slice) {
    var parameters = parameters(words, slice);
    parameters.put("since", Times.stored(since));
    return tx
        .run(
            Recall.ONE
                + """
                MATCH (one)<-[:SUBJECT|OBJECT]-(f:Fact)
                WITH DISTINCT f,
                     f.recordedTo IS NOT NULL AND f.recordedTo > $since
                       AND NOT EXISTS { ()-[:SUPERSEDES|CONTINUES]->(f) } AS fallen
                WHERE (fallen OR (f.recordedTo IS NULL AND f.recordedFrom > $since
                                  AND NOT EXISTS { (f)-[:CONTINUES]->() }))
                  AND ($words = '' OR toLower(f.sentence) CONTAINS $words)
                WITH f, fallen, CASE WHEN fallen THEN f.recordedTo ELSE f.recordedFrom END AS at
                ORDER BY at DESC, f.factId SKIP $skip LIMIT $limit
                OPTIONAL MATCH (f)-[:SUPERSEDES]->(old:Fact)
                WITH f, fallen, at, max(old.sentence) AS before
                """
                + Rows.FACT
                + ", fallen, at, before",
            parameters)
        .list(
            r ->
                new Change(
                    Times.read(r.get("at")),
                    rows.fact(r),
                    r.get("fallen").asBoolean(),
                    Rows.text(r.get("before"))))
        .stream()
        .sorted(
            Comparator.comparing(Change::at)
                .reversed()
                .thenComparing(change -> change.fact().factId()))
        .toList();
  }
}
