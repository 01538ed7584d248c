package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.identity.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What there is to compare of entities. */
final class Profiles {
  /** Kinds of which one thing may come in under several names. */
  static final List<String> KINDS = List.of("schema:Person", "org:Organization");

  private static final int MOST = 25;
  private static final String READ =
      """
      RETURN e.id AS id, e.kind AS kind, [e.label] + e.aliases AS names,
             [(k:Key)-[:OF]->(e) | k.key] AS keys,
             [(e)<-[:SUBJECT]-(f:Fact)
              WHERE f.recordedTo IS NULL AND f.predicate = 'schema:email' | f.value] AS addresses,
             [(e)<-[:SUBJECT]-(f:Fact)
              WHERE f.recordedTo IS NULL AND f.predicate = 'continuo:domain' | f.value] AS domains,
             [(e)<-[:SUBJECT]-(f:Fact)
              WHERE f.recordedTo IS NULL AND f.predicate = 'schema:telephone' | f.value] AS phones,
             [(e)-[:MAYBE_SAME]-(other:Entity) | other.id] AS claims
      """;

  private final TransactionContext tx;

  Profiles(TransactionContext tx) {
    this.tx = tx;
  }

  Optional<Profile> of(String entityId) {
    return tx
        .run(
            "MATCH (e:Entity {id: $id}) WHERE e.kind IN $kinds " + READ,
            Map.of("id", entityId, "kinds", KINDS))
        .list(Profiles::profile)
        .stream()
        .findFirst();
  }

  /** Those that share a word of the name or were given the same key. */
  List<Profile> candidates(Profile own) {
    var words = LuceneWords.query(String.join(" ", own.names())).orElse("nothing0to0find");
    return tx
        .run(
            """
            CALL () {
              CALL db.index.fulltext.queryNodes('memory_entity_words', $words, {limit: $most})
              YIELD node
              RETURN node AS e
              UNION
              MATCH (:Entity {id: $id})-[:MAYBE_SAME]-(e:Entity)
              RETURN e
            }
            WITH DISTINCT e WHERE e.kind = $kind AND e.id <> $id
            """
                + READ,
            Map.of("words", words, "most", 4 * MOST, "id", own.id(), "kind", own.kind()))
        .list(Profiles::profile)
        .stream()
        .limit(MOST)
        .toList();
  }

  private static Profile profile(Record record) {
    var addresses = lower(record.get("addresses"));
    var domains = lower(record.get("domains"));
    for (var key : record.get("keys").asList(Value::asString)) {
      if (key.startsWith("mailto:")) {
        addresses.add(key.substring("mailto:".length()).toLowerCase(Locale.ROOT));
      } else if (key.startsWith("domain:")) {
        domains.add(key.substring("domain:".length()).toLowerCase(Locale.ROOT));
      }
    }
    addresses.forEach(address -> domains.add(address.substring(address.indexOf('@') + 1)));
    return new Profile(
        record.get("id").asString(),
        record.get("kind").asString(),
        names(record),
        addresses,
        domains,
        phones(record),
        Set.copyOf(record.get("claims").asList(Value::asString)));
  }

  private static List<String> names(Record record) {
    return new ArrayList<>(record.get("names").asList(Value::asString));
  }

  /** National and international writing of a number end alike. */
  private static Set<String> phones(Record record) {
    return record.get("phones").asList(Value::asString).stream()
        .map(phone -> phone.replaceAll("[^0-9]", ""))
        .filter(digits -> digits.length() >= 6)
        .map(digits -> digits.substring(Math.max(0, digits.length() - 9)))
        .collect(Collectors.toSet());
  }

  private static Set<String> lower(Value list) {
    return list.asList(Value::asString).stream()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
