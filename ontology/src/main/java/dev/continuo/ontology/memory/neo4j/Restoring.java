package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Archive.ArchivedActivity;
import dev.continuo.ontology.memory.Archive.ArchivedConfirmation;
import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import dev.continuo.ontology.memory.Archive.Content;
import dev.continuo.ontology.memory.Archive.Restored;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Writes what an archive holds and the gate let pass, each thing once. */
final class Restoring {
  private final TransactionContext tx;
  private final Vocabulary vocabulary;
  private final Content content;
  private final Map<String, String> refused;
  private final Set<String> present = new HashSet<>();

  Restoring(
      TransactionContext tx, Vocabulary vocabulary, Content content, Map<String, String> refused) {
    this.tx = tx;
    this.vocabulary = vocabulary;
    this.content = content;
    this.refused = new HashMap<>(refused);
  }

  Restored run() {
    refuseKnown();
    var facts = content.facts().stream().filter(f -> isWritten(f.factId())).toList();
    var entities = used(facts);
    entities(entities);
    episodes(facts);
    activities(facts);
    facts(facts);
    links(facts);
    confirmations(facts);
    merges(entities);
    return new Restored(facts.size(), present.size(), refused);
  }

  private boolean isWritten(String factId) {
    return !refused.containsKey(factId) && !present.contains(factId);
  }

  private void refuseKnown() {
    var ids = content.facts().stream().map(ArchivedFact::factId).toList();
    present.addAll(
        strings("UNWIND $ids AS id MATCH (f:Fact {factId: id}) RETURN f.factId AS x", ids));
    var slots = content.facts().stream().map(ArchivedFact::slotKey).distinct().toList();
    var knownSlots =
        Set.copyOf(
            strings(
                """
                UNWIND $ids AS id
                MATCH (s:Slot {key: id}) WHERE s.recordedAt IS NOT NULL
                RETURN s.key AS x
                """,
                slots));
    var foreign = foreignEntities();
    for (var fact : content.facts()) {
      if (isWritten(fact.factId())) {
        if (knownSlots.contains(fact.slotKey())) {
          refused.put(fact.factId(), "This is known here already, with a history of its own.");
        } else if (foreign.contains(fact.subjectId())
            || (fact.objectId() != null && foreign.contains(fact.objectId()))) {
          refused.put(fact.factId(), "One of its keys belongs to another entity here.");
        }
      }
    }
  }

  private Set<String> foreignEntities() {
    var rows =
        content.entities().stream()
            .flatMap(e -> e.keys().stream().map(key -> Map.of("id", e.id(), "key", key)))
            .toList();
    return Set.copyOf(
        tx.run(
                """
                UNWIND $rows AS x
                MATCH (:Key {key: x.key})-[:OF]->(e:Entity) WHERE e.id <> x.id
                RETURN DISTINCT x.id AS id
                """,
                Map.of("rows", rows))
            .list(r -> r.get("id").asString()));
  }

  private List<String> strings(String cypher, Collection<String> ids) {
    return tx.run(cypher, Map.of("ids", List.copyOf(ids))).list(r -> r.get("x").asString());
  }

  private List<ArchivedEntity> used(List<ArchivedFact> facts) {
    var ids = new HashSet<String>();
    for (var fact : facts) {
      ids.add(fact.subjectId());
      if (fact.objectId() != null) {
        ids.add(fact.objectId());
      }
    }
    return content.entities().stream().filter(e -> ids.contains(e.id())).toList();
  }

  private void entities(List<ArchivedEntity> entities) {
    rows(
        """
        UNWIND $rows AS x
        MERGE (e:Entity {id: x.id})
        ON CREATE SET e.kind = x.kind, e.key = x.key, e.label = x.label, e.aliases = x.aliases,
                      e.firstSeen = x.firstSeen, e.rev = 1
        SET e:$(x.nodeLabel)
        WITH e, x UNWIND x.keys AS key
        MERGE (k:Key {key: key})
        MERGE (k)-[:OF]->(e)
        """,
        entities.stream()
            .map(
                e ->
                    Map.of(
                        "id", e.id(),
                        "kind", e.kind(),
                        "key", e.keys().getFirst(),
                        "keys", e.keys(),
                        "label", e.label(),
                        "aliases", e.aliases(),
                        "firstSeen", Times.stored(e.firstSeen()),
                        "nodeLabel", vocabulary.kind(e.kind()).orElseThrow().nodeLabel()))
            .toList());
  }

  private void episodes(List<ArchivedFact> facts) {
    var needed = facts.stream().map(ArchivedFact::episodeKey).collect(Collectors.toSet());
    content.activities().forEach(a -> needed.add(a.episodeKey()));
    content.confirmations().forEach(c -> needed.add(c.episodeKey()));
    rows(
        "UNWIND $rows AS x MERGE (ep:Episode {key: x.key}) ON CREATE SET ep += x.props, ep:Unread",
        content.episodes().stream()
            .filter(e -> needed.contains(e.episode().key()))
            .map(Restoring::episode)
            .toList());
  }

  private static Map<String, Object> episode(ArchivedEpisode archived) {
    var episode = archived.episode();
    var props = new HashMap<String, @Nullable Object>();
    props.put("kind", episode.kind());
    props.put("occurredAt", Times.stored(episode.occurredAt()));
    props.put("sourceId", episode.sourceId());
    props.put("title", episode.title());
    props.put("text", episode.text());
    props.put("recordedAt", Times.stored(archived.recordedAt()));
    return Map.of("key", episode.key(), "props", props);
  }

  private void activities(List<ArchivedFact> facts) {
    var accepted =
        facts.stream()
            .filter(f -> f.ordinal() >= 0 && f.continues().isEmpty())
            .collect(
                Collectors.groupingBy(
                    ArchivedFact::activityKey,
                    Collectors.mapping(ArchivedFact::factId, Collectors.toList())));
    rows(
        """
        UNWIND $rows AS x
        MATCH (ep:Episode {key: x.episodeKey})
        MERGE (a:Activity {key: x.key})
        ON CREATE SET a.agent = x.agent, a.detail = x.detail, a.cost = x.cost, a.at = x.at,
                      a.done = true, a.accepted = x.accepted, a.confirmed = [], a.withheld = [],
                      a.entityKeys = [], a.entityIds = [], a.newEntityIds = []
        MERGE (a)-[:FROM]->(ep)
        """,
        content.activities().stream().map(a -> activity(a, accepted)).toList());
  }

  private static Map<String, Object> activity(
      ArchivedActivity a, Map<String, List<String>> accepted) {
    return Map.of(
        "key", a.key(),
        "episodeKey", a.episodeKey(),
        "agent", a.agent(),
        "detail", a.detail(),
        "cost", a.cost().toPlainString(),
        "at", Times.stored(a.at()),
        "accepted", accepted.getOrDefault(a.key(), List.of()));
  }

  private void facts(List<ArchivedFact> facts) {
    rows(
        """
        UNWIND $rows AS x
        MATCH (s:Entity {id: x.subjectId})
        MATCH (ep:Episode {key: x.episodeKey})
        MATCH (a:Activity {key: x.activityKey})
        MERGE (slot:Slot {key: x.props.slotKey})
        SET slot.rev = coalesce(slot.rev, 0) + 1,
            slot.recordedAt = CASE WHEN slot.recordedAt > x.props.recordedFrom
                                   THEN slot.recordedAt ELSE x.props.recordedFrom END
        CREATE (f:Fact) SET f = x.props
        CREATE (f)-[:SUBJECT]->(s)
        CREATE (f)-[:IN]->(slot)
        CREATE (f)-[:GENERATED_BY]->(a)
        CREATE (f)-[:EVIDENCE {quote: x.quote, start: x.start, end: x.end}]->(ep)
        WITH f, s, x WHERE x.objectId IS NOT NULL
        MATCH (o:Entity {id: x.objectId})
        CREATE (f)-[:OBJECT]->(o)
        WITH f, s, o, x WHERE f.recordedTo IS NULL
        CREATE (s)-[edge:$(x.edgeType)]->(o)
        SET edge.factId = f.factId, edge.predicate = f.predicate, edge.validFrom = f.validFrom,
            edge.validTo = f.validTo
        """,
        facts.stream().map(this::fact).toList());
  }

  private Map<String, @Nullable Object> fact(ArchivedFact fact) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("subjectId", fact.subjectId());
    row.put("objectId", fact.objectId());
    row.put("episodeKey", fact.episodeKey());
    row.put("activityKey", fact.activityKey());
    row.put("quote", fact.evidence().quote());
    row.put("start", fact.evidence().start());
    row.put("end", fact.evidence().end());
    row.put("edgeType", vocabulary.predicate(fact.predicate()).orElseThrow().edgeType());
    row.put("props", properties(fact));
    return row;
  }

  private static Map<String, @Nullable Object> properties(ArchivedFact fact) {
    var p = new HashMap<String, @Nullable Object>();
    p.put("factId", fact.factId());
    p.put("slotKey", fact.slotKey());
    p.put("predicate", fact.predicate());
    p.put("valueType", fact.value().type().name());
    p.put("value", fact.objectId() != null ? null : fact.value().words());
    p.put("sentence", fact.sentence());
    p.put("validFrom", Times.stored(fact.validFrom()));
    p.put("validTo", Times.storedOrNull(fact.validTo()));
    p.put("recordedFrom", Times.stored(fact.recordedFrom()));
    p.put("recordedTo", Times.storedOrNull(fact.recordedTo()));
    p.put("confidence", fact.confidence());
    p.put("rank", fact.rank().name());
    p.put("status", "accepted");
    p.put("vocabularyVersion", fact.vocabularyVersion());
    p.put("recordedBy", fact.recordedBy());
    p.put("ordinal", fact.ordinal());
    return p;
  }

  private void links(List<ArchivedFact> facts) {
    link("SUPERSEDES", facts, ArchivedFact::supersedes);
    link("CONTINUES", facts, ArchivedFact::continues);
    link("DERIVED_FROM", facts, ArchivedFact::derivedFrom);
  }

  /**
   * @param type one of memory's own edge types, never text from outside
   */
  private void link(
      String type, List<ArchivedFact> facts, Function<ArchivedFact, List<String>> targets) {
    rows(
        """
        UNWIND $rows AS x
        MATCH (f:Fact {factId: x.from}), (g:Fact {factId: x.to})
        MERGE (f)-[:%s]->(g)
        """
            .formatted(type),
        facts.stream()
            .flatMap(f -> targets.apply(f).stream().map(to -> Map.of("from", f.factId(), "to", to)))
            .toList());
  }

  private void confirmations(List<ArchivedFact> facts) {
    var slots = facts.stream().map(ArchivedFact::slotKey).collect(Collectors.toSet());
    rows(
        """
        UNWIND $rows AS x
        MATCH (slot:Slot {key: x.slotKey}), (ep:Episode {key: x.episodeKey})
        CREATE (slot)-[c:CONFIRMED_BY]->(ep) SET c = x.props
        WITH slot, max(x.props.at) AS to
        SET slot.confirmedTo = to
        """,
        content.confirmations().stream()
            .filter(c -> slots.contains(c.slotKey()))
            .map(Restoring::confirmation)
            .toList());
  }

  private static Map<String, Object> confirmation(ArchivedConfirmation c) {
    Evidence evidence = c.evidence();
    return Map.of(
        "slotKey",
        c.slotKey(),
        "episodeKey",
        c.episodeKey(),
        "props",
        Map.of(
            "factId", c.factId(),
            "valueKey", c.valueKey(),
            "at", Times.stored(c.at()),
            "rank", c.rank().name(),
            "confidence", c.confidence(),
            "quote", evidence.quote(),
            "start", evidence.start(),
            "end", evidence.end(),
            "recordedAt", Times.stored(c.recordedAt())));
  }

  private void merges(List<ArchivedEntity> entities) {
    rows(
        """
        UNWIND $rows AS x
        MATCH (a:Entity {id: x.kept}), (b:Entity {id: x.id})
        MERGE (m:Merge {id: 'm-' + a.id + '-' + b.id})
        ON CREATE SET m.state = 'MERGED', m.kept = a.id, m.other = b.id, m.score = 1,
                      m.reasons = ['They were one in the archive.'], m.proposedAt = datetime(),
                      m.settledBy = 'import', m.why = '', m.settledAt = datetime(), m.changes = 1
        MERGE (m)-[:BETWEEN]->(a)
        MERGE (m)-[:BETWEEN]->(b)
        MERGE (b)-[:SAME_AS {merge: m.id}]->(a)
        SET b.mergedInto = a.id
        """,
        entities.stream()
            .filter(e -> e.mergedInto() != null)
            .map(e -> Map.of("id", e.id(), "kept", Objects.requireNonNull(e.mergedInto())))
            .toList());
  }

  private void rows(String cypher, List<? extends Map<String, ?>> rows) {
    for (int from = 0; from < rows.size(); from += 1_000) {
      tx.run(cypher, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + 1_000))))
          .consume();
    }
  }
}
