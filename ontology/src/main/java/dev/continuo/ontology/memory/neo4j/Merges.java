package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.MergeProposal.Party;
import dev.continuo.ontology.memory.MergeProposal.State;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Merges inside one transaction. {@code SAME_AS} joins exactly the two that a person judged; who is
 * read with whom follows from these edges alone, so that taking one away leaves what was before.
 */
final class Merges {
  private static final String READ =
      """
      MATCH (m)-[:BETWEEN]->(a:Entity {id: m.kept}), (m)-[:BETWEEN]->(b:Entity {id: m.other})
      RETURN m, a, b,
             COLLECT {
               MATCH (a)<-[:SUBJECT]-(f:Fact), (b)<-[:SUBJECT]-(g:Fact)
               WHERE f.recordedTo IS NULL AND g.recordedTo IS NULL AND f.validTo IS NULL
                 AND g.validTo IS NULL AND f.predicate = g.predicate AND f.value <> g.value
                 AND f.predicate IN $functional
               RETURN DISTINCT f.sentence + ' / ' + g.sentence
             } AS differences
      """;

  private final TransactionContext tx;
  private final List<String> functional;

  Merges(TransactionContext tx, Vocabulary vocabulary) {
    this.tx = tx;
    this.functional = vocabulary.functional();
  }

  List<MergeProposal> in(State state, String words, Slice slice) {
    var parameters = Lists.piece(slice, words);
    parameters.put("state", state.name());
    return read(
            """
            MATCH (m:Merge) WHERE m.state = $state AND m.score >= 0.0
              AND ($words = '' OR EXISTS {
                MATCH (m)-[:BETWEEN]->(e:Entity)
                WHERE toLower(e.label + ' ' + e.key) CONTAINS $words
              })
            WITH m ORDER BY m.score DESC, m.id SKIP $skip LIMIT $limit
            """,
            parameters)
        .sorted(
            Comparator.comparing(MergeProposal::score).reversed().thenComparing(MergeProposal::id))
        .toList();
  }

  List<MergeProposal> openOf(String entityId) {
    return read(
            "MATCH (:Entity {id: $id})<-[:BETWEEN]-(m:Merge) WHERE m.state = 'OPEN' WITH m ",
            Map.of("id", entityId))
        .toList();
  }

  Optional<MergeProposal> find(String id) {
    return read("MATCH (m:Merge {id: $id}) ", Map.of("id", id)).findFirst();
  }

  /** Also waits for whoever settles it now. */
  Optional<MergeProposal> lock(String id) {
    tx.run(
            """
            MATCH (m:Merge {id: $id}) SET m.lockedBy = 'merge'
            WITH m
            MATCH (m)-[:BETWEEN]->(e:Entity)
            WITH e ORDER BY e.id
            SET e.lockedBy = 'merge'
            """,
            Map.of("id", id))
        .consume();
    return find(id);
  }

  private Stream<MergeProposal> read(String match, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("functional", functional);
    return tx.run(match + READ, all).list(Merges::proposal).stream();
  }

  private static MergeProposal proposal(Record record) {
    var m = record.get("m");
    return new MergeProposal(
        m.get("id").asString(),
        State.valueOf(m.get("state").asString()),
        party(record.get("a")),
        party(record.get("b")),
        m.get("score").asDouble(),
        m.get("reasons").asList(Value::asString),
        record.get("differences").asList(Value::asString),
        Times.read(m.get("proposedAt")),
        Rows.text(m.get("settledBy")),
        Rows.text(m.get("why")),
        Times.readOrNull(m.get("settledAt")));
  }

  private static Party party(Value entity) {
    return new Party(
        entity.get("id").asString(),
        entity.get("kind").asString(),
        entity.get("label").asString(),
        entity.get("key").asString());
  }

  /** Empty when there is nothing to propose; an earlier proposal of the pair stays as it is. */
  Optional<MergeProposal> propose(String id, String otherId, double score, List<String> reasons) {
    return tx
        .run(
            """
            MATCH (x:Entity {id: $id}), (y:Entity {id: $other})
            WHERE x.id <> y.id AND x.kind = y.kind
              AND coalesce(x.mergedInto, x.id) <> coalesce(y.mergedInto, y.id)
            WITH CASE WHEN x.firstSeen < y.firstSeen
                        OR (x.firstSeen = y.firstSeen AND x.id < y.id) THEN [x, y]
                      ELSE [y, x] END AS pair
            WITH pair[0] AS a, pair[1] AS b
            MERGE (m:Merge {id: 'm-' + a.id + '-' + b.id})
            ON CREATE SET m.state = 'OPEN', m.kept = a.id, m.other = b.id, m.score = $score,
                          m.reasons = $reasons, m.proposedAt = datetime()
            MERGE (m)-[:BETWEEN]->(a)
            MERGE (m)-[:BETWEEN]->(b)
            RETURN m.id AS id
            """,
            Map.of("id", id, "other", otherId, "score", score, "reasons", reasons))
        .list(r -> r.get("id").asString())
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  void join(MergeProposal proposal) {
    tx.run(
            """
            MATCH (a:Entity {id: $kept}), (b:Entity {id: $other})
            MERGE (b)-[:SAME_AS {merge: $id}]->(a)
            """,
            pair(proposal))
        .consume();
    readTogether(proposal.kept().entityId());
  }

  void part(MergeProposal proposal) {
    tx.run(
            "MATCH (:Entity {id: $other})-[same:SAME_AS {merge: $id}]->(:Entity {id: $kept}) "
                + "DELETE same",
            pair(proposal))
        .consume();
    readTogether(proposal.kept().entityId());
    readTogether(proposal.other().entityId());
  }

  private static Map<String, Object> pair(MergeProposal proposal) {
    return Map.of(
        "id",
        proposal.id(),
        "kept",
        proposal.kept().entityId(),
        "other",
        proposal.other().entityId());
  }

  /** The oldest of those that are one is the one they are read as; its version grows past all. */
  private void readTogether(String id) {
    tx.run(
            """
            MATCH (:Entity {id: $id})-[:SAME_AS*0..50]-(e:Entity)
            WITH DISTINCT e ORDER BY e.firstSeen, e.id
            WITH collect(e) AS parts
            WITH parts, head(parts) AS kept
            OPTIONAL MATCH (before:Entity) WHERE before.mergedInto = kept.id
            WITH parts, kept, sum(coalesce(before.rev, 0)) AS apart
            WITH parts, kept, apart + reduce(rev = 1, e IN parts | rev + e.rev) AS version
            FOREACH (e IN parts | SET e.mergedInto = CASE WHEN e = kept THEN null ELSE kept.id END)
            SET kept.rev = version
            """,
            Map.of("id", id))
        .consume();
  }

  MergeProposal mark(String id, State state, String who, String why) {
    tx.run(
            """
            MATCH (m:Merge {id: $id})
            SET m.state = $state, m.settledBy = $who, m.why = $why, m.settledAt = datetime(),
                m.changes = coalesce(m.changes, 0) + 1
            """,
            Map.of("id", id, "state", state.name(), "who", who, "why", why))
        .consume();
    return find(id).orElseThrow();
  }
}
