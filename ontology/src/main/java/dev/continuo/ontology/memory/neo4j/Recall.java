package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceRank;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Everything that is looked up by id, key or time. */
final class Recall {

  /** {@code f} holds at $valid as recorded at $recorded, where no $recorded means now. */
  static final String AS_OF =
      """
      f.validFrom <= $valid AND (f.validTo IS NULL OR $valid < f.validTo)
      AND CASE WHEN $recorded IS NULL THEN f.recordedTo IS NULL
               ELSE f.recordedFrom <= $recorded
                    AND (f.recordedTo IS NULL OR $recorded < f.recordedTo) END
      """;

  /** Goes behind conditions on {@code f}: the words occur in its sentence. */
  static final String SAID = " AND ($words = '' OR toLower(f.sentence) CONTAINS $words) ";

  /** {@code one} is the entity with the id $id, or any that is read together with it. */
  static final String ONE =
      """
      MATCH (named:Entity {id: $id})
      WITH coalesce(named.mergedInto, named.id) AS kept
      CALL (kept) {
        MATCH (one:Entity {id: kept}) RETURN one
        UNION
        MATCH (one:Entity {mergedInto: kept}) RETURN one
      }
      """;

  private static final Comparator<Fact> COUNTS_MORE =
      Comparator.comparing(Fact::rank)
          .thenComparing(Fact::validFrom)
          .thenComparing(Fact::recordedFrom)
          .thenComparing(Fact::factId);

  private static final Comparator<Fact> OLDEST_RECORDED =
      Comparator.comparing(Fact::recordedFrom)
          .thenComparing(Fact::validFrom)
          .thenComparing(Fact::factId);

  private static final Comparator<Fact> READING_ORDER =
      Comparator.comparing(Fact::predicate)
          .thenComparing(Fact::validFrom)
          .thenComparing(Fact::sentence);

  private final TransactionContext tx;
  private final Rows rows;
  private final Tally tally;

  Recall(TransactionContext tx, Rows rows, Tally tally) {
    this.tx = tx;
    this.rows = rows;
    this.tally = tally;
  }

  Optional<Entity> entity(String idOrKey) {
    return tx
        .run(
            """
            CALL () {
              MATCH (e:Entity {id: $name}) RETURN e
              UNION
              MATCH (:Key {key: $name})-[:OF]->(e:Entity) RETURN e
            }
            WITH e AS named
            OPTIONAL MATCH (kept:Entity {id: named.mergedInto})
            WITH coalesce(kept, named) AS e
            OPTIONAL MATCH (m:Entity {mergedInto: e.id})
            WITH e, collect(m) AS merged
            UNWIND [e] + merged AS one
            OPTIONAL MATCH (k:Key)-[:OF]->(one)
            WITH e, merged, collect(k.key) AS keys
            RETURN e, keys, reduce(rev = e.rev, m IN merged | rev + m.rev) AS version,
                   reduce(names = e.aliases, m IN merged | names + m.label + m.aliases) AS aliases
            """,
            Map.of("name", idOrKey))
        .list(rows::entity)
        .stream()
        .findFirst();
  }

  List<Fact> facts(String entityId, AsOf asOf, Instant now) {
    return tx
        .run(
            ONE + "MATCH (one)<-[:SUBJECT]-(f:Fact) WHERE " + AS_OF + Rows.FACT,
            asOf(asOf, now, "id", entityId))
        .list(rows::fact)
        .stream()
        .collect(Collectors.collectingAndThen(Collectors.toList(), this::oneVersion))
        .stream()
        .sorted(READING_ORDER)
        .toList();
  }

  /**
   * What was said of merged entities apart may disagree; of a functional predicate the value that
   * counts most holds, then the one that began last.
   */
  List<Fact> oneVersion(List<Fact> facts) {
    if (facts.stream().map(Fact::subjectId).distinct().count() < 2) {
      return facts;
    }
    var best = new HashMap<String, Fact>();
    facts.stream()
        .filter(fact -> rows.isFunctional(fact.predicate()))
        .forEach(fact -> best.merge(fact.predicate(), fact, BinaryOperator.maxBy(COUNTS_MORE)));
    var kept =
        facts.stream()
            .filter(f -> !best.containsKey(f.predicate()) || best.get(f.predicate()).equals(f))
            .toList();
    tally.dropped(facts.size() - kept.size());
    return kept;
  }

  List<Fact> references(String entityId, @Nullable String predicate, AsOf asOf, Instant now) {
    var parameters = asOf(asOf, now, "id", entityId);
    parameters.put("predicate", predicate);
    return tx
        .run(
            ONE
                + "MATCH (one)<-[:OBJECT]-(f:Fact)"
                + " WHERE ($predicate IS NULL OR f.predicate = $predicate) AND "
                + AS_OF
                + Rows.FACT,
            parameters)
        .list(rows::fact)
        .stream()
        .sorted(READING_ORDER)
        .toList();
  }

  static Map<String, @Nullable Object> asOf(AsOf asOf, Instant now, String name, String value) {
    var valid = asOf.valid();
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put(name, value);
    parameters.put("valid", Times.stored(valid == null ? now : valid));
    parameters.put("recorded", Times.storedOrNull(asOf.recorded()));
    return parameters;
  }

  Optional<FactDetail> fact(String factId) {
    return tx
        .run(
            """
            MATCH (f:Fact {factId: $factId})-[:GENERATED_BY]->(a:Activity)
            MATCH (f)-[:SUBJECT]->(s:Entity)
            MATCH (f)-[e:EVIDENCE]->(ep:Episode)
            OPTIONAL MATCH (f)-[:OBJECT]->(o:Entity)
            RETURN f, s.id AS subjectId, s.label AS subjectLabel, e AS evidence,
                   ep.key AS episodeKey, ep, a, o.id AS objectId, o.kind AS objectKind,
                   o.key AS objectKey, o.label AS objectLabel,
                   EXISTS { (f)-[st:STALE]->() WHERE st.settledAt IS NULL } AS stale,
                   1 + COUNT { (f)-[:IN]->(:Slot)<-[:IN]-() } AS rows
            """,
            Map.of("factId", factId))
        .list()
        .stream()
        .findFirst()
        .map(
            record ->
                new FactDetail(
                    rows.fact(record),
                    evidence(record.get("evidence")),
                    Rows.episode(record.get("ep")),
                    generation(record.get("a")),
                    record.get("f").get("recordedBy").asString(),
                    related(factId, "MATCH (:Fact {factId: $factId})-[:SUPERSEDES]->(f:Fact) "),
                    related(factId, "MATCH (:Fact {factId: $factId})<-[:SUPERSEDES]-(f:Fact) "),
                    related(factId, "MATCH (:Fact {factId: $factId})-[:DERIVED_FROM]->(f:Fact) "),
                    related(
                        factId,
                        "MATCH (:Fact {factId: $factId})<-[:DERIVED_FROM]-(f:Fact) "
                            + "WHERE f.recordedTo IS NULL WITH DISTINCT f "),
                    closing(factId),
                    confirmations(factId),
                    record.get("rows").asInt()));
  }

  /** The slot of a fact, row by row. */
  List<Fact> history(String factId, String words, Slice slice) {
    var parameters = Lists.piece(slice, words);
    parameters.put("factId", factId);
    return tx
        .run(
            """
            CALL () {
              MATCH (f:Fact {factId: $factId}) RETURN f
              UNION
              MATCH (:Fact {factId: $factId})-[:IN]->(:Slot)<-[:IN]-(f:Fact) RETURN f
            }
            WITH f WHERE true
            """
                + SAID
                + """
                WITH f ORDER BY f.recordedFrom, f.validFrom, f.factId SKIP $skip LIMIT $limit
                """
                + Rows.FACT,
            parameters)
        .list(rows::fact)
        .stream()
        .sorted(OLDEST_RECORDED)
        .toList();
  }

  /** Facts of a pattern, oldest recorded first. */
  private List<Fact> related(String factId, String pattern) {
    return tx.run(pattern + Rows.FACT, Map.of("factId", factId)).list(rows::fact).stream()
        .sorted(OLDEST_RECORDED)
        .toList();
  }

  private FactDetail.@Nullable Closing closing(String factId) {
    return tx
        .run(
            """
            MATCH (:Fact {factId: $factId})<-[:CLOSED]-(a:Activity)-[:FROM]->(ep:Episode)
            RETURN a, ep.key AS episodeKey
            """,
            Map.of("factId", factId))
        .list(
            r ->
                new FactDetail.Closing(
                    generation(r.get("a")),
                    r.get("a").get("key").asString(),
                    r.get("episodeKey").asString()))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private List<FactDetail.Confirmation> confirmations(String factId) {
    return tx.run(
            """
            MATCH (f:Fact {factId: $factId})-[:IN]->(:Slot)-[c:CONFIRMED_BY]->(ep:Episode)
            WHERE c.at >= f.validFrom AND (f.validTo IS NULL OR c.at < f.validTo)
              AND (f.valueType = 'REF' OR c.valueKey = f.valueType + ':' + f.value)
            RETURN c, ep.key AS episodeKey ORDER BY c.recordedAt
            """,
            Map.of("factId", factId))
        .list(
            r ->
                new FactDetail.Confirmation(
                    r.get("episodeKey").asString(),
                    r.get("c").get("quote").asString(),
                    SourceRank.valueOf(r.get("c").get("rank").asString()),
                    Times.read(r.get("c").get("at")),
                    Times.read(r.get("c").get("recordedAt"))));
  }

  private static Evidence evidence(Value edge) {
    return new Evidence(
        edge.get("quote").asString(), edge.get("start").asInt(), edge.get("end").asInt());
  }

  private static Generation generation(Value activity) {
    return new Generation(
        activity.get("agent").asString(),
        activity.get("detail").asString(),
        new BigDecimal(activity.get("cost").asString()));
  }

  Optional<Episode> episode(String key) {
    return tx
        .run("MATCH (ep:Episode {key: $key}) RETURN ep", Map.of("key", key))
        .list(record -> Rows.episode(record.get("ep")))
        .stream()
        .findFirst();
  }

  List<Fact> latest(Slice slice) {
    return tx
        .run(
            """
            MATCH (f:Fact)
            WHERE f.recordedFrom > datetime('0001-01-01T00:00:00Z') AND f.recordedTo IS NULL
              AND NOT EXISTS { (f)-[:CONTINUES]->() }
            WITH f ORDER BY f.recordedFrom DESC, f.factId SKIP $skip LIMIT $limit
            """
                + Rows.FACT,
            Lists.piece(slice, ""))
        .list(record -> Map.entry(rows.fact(record), record.get("f").get("ordinal").asInt()))
        .stream()
        .sorted(
            Comparator.comparing((Map.Entry<Fact, Integer> line) -> line.getKey().recordedFrom())
                .reversed()
                .thenComparing(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .toList();
  }
}
