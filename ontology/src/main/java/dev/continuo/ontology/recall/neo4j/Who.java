package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.Reading.Meant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Finds who or what a question names: by address, by name, by a part or a slip of it. */
final class Who {

  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"(),;]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern DOMAIN =
      Pattern.compile("(?<![@\\w.])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?![\\w@])");
  private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}]*");
  private static final Set<String> PARTIES = Set.of("schema:Person", "org:Organization");
  private static final int CANDIDATES = 40;
  private static final int MOST = 3;

  private final TransactionContext tx;

  Who(TransactionContext tx) {
    this.tx = tx;
  }

  List<Meant> in(String text) {
    var found = new ArrayList<>(byKey(text));
    if (!found.isEmpty()) {
      return found;
    }
    var words = new ArrayList<>(NameMatch.words(text));
    var candidates = candidates(words);
    var capitals = capitals(text);
    while (found.size() < MOST) {
      var best = best(candidates, words, capitals);
      if (best.isEmpty()) {
        break;
      }
      best.forEach(match -> found.add(match.meant()));
      best.forEach(match -> words.removeAll(match.used()));
    }
    return List.copyOf(found);
  }

  Optional<Meant> named(String idOrKey) {
    return tx
        .run(
            """
            CALL () {
              MATCH (e:Entity {id: $name}) RETURN e
              UNION
              MATCH (:Key {key: $name})-[:OF]->(e:Entity) RETURN e
            }
            RETURN e
            """,
            Map.of("name", idOrKey))
        .list(r -> meant(r, idOrKey))
        .stream()
        .findFirst();
  }

  private List<Meant> byKey(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    var keys = new HashSet<String>();
    MAIL.matcher(lower)
        .results()
        .forEach(m -> keys.add("mailto:" + m.group().replaceAll("[.?!]$", "")));
    DOMAIN.matcher(lower).results().forEach(m -> keys.add("domain:" + m.group()));
    if (keys.isEmpty()) {
      return List.of();
    }
    return tx.run(
            "MATCH (k:Key)-[:OF]->(e:Entity) WHERE k.key IN $keys RETURN DISTINCT e, k.key AS key",
            Map.of("keys", List.copyOf(keys)))
        .list(r -> meant(r, r.get("key").asString()));
  }

  private static Meant meant(Record record, String said) {
    var e = record.get("e");
    return new Meant(id(e), e.get("label").asString(), e.get("kind").asString(), said, true);
  }

  private static Set<String> capitals(String text) {
    return CAPITAL
        .matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** A party by its whole name, or by a part of it that the question writes as a name. */
  private static boolean sure(Candidate candidate, NameMatch found, Set<String> capitals) {
    return PARTIES.contains(candidate.kind())
        && (found.strength() >= 1 || found.used().stream().anyMatch(capitals::contains));
  }

  /** Entities that were merged are read as the one they were merged into. */
  private static String id(Value entity) {
    var merged = entity.get("mergedInto");
    return merged.isNull() ? entity.get("id").asString() : merged.asString();
  }

  private record Candidate(String id, String label, String kind, List<String> names) {}

  private List<Candidate> candidates(List<String> words) {
    Set<String> said = words.stream().filter(NameMatch::telling).collect(Collectors.toSet());
    if (said.isEmpty()) {
      return List.of();
    }
    String query =
        said.stream()
            .map(w -> w.length() >= 4 ? "(" + w + "^4 OR " + w + "~1)" : w)
            .collect(Collectors.joining(" OR "));
    return tx.run(
            """
            CALL db.index.fulltext.queryNodes('memory_entity_words', $query, {limit: $limit})
            YIELD node AS e RETURN e
            """,
            Map.of("query", query, "limit", CANDIDATES))
        .list(
            r -> {
              var e = r.get("e");
              var names = new ArrayList<String>();
              names.add(e.get("label").asString());
              names.addAll(e.get("aliases").asList(Value::asString));
              return new Candidate(
                  id(e), e.get("label").asString(), e.get("kind").asString(), names);
            });
  }

  private record Match(Meant meant, double strength, Set<String> used) {}

  /** The strongest match, and those of other entities that are as strong. */
  private static List<Match> best(
      List<Candidate> candidates, List<String> words, Set<String> capitals) {
    var matches = new HashMap<String, Match>();
    for (Candidate candidate : candidates) {
      for (String name : candidate.names()) {
        NameMatch.of(name, words)
            .ifPresent(
                found ->
                    matches.merge(
                        candidate.id(),
                        new Match(
                            new Meant(
                                candidate.id(),
                                candidate.label(),
                                candidate.kind(),
                                String.join(" ", found.used()),
                                sure(candidate, found, capitals)),
                            found.strength(),
                            found.used()),
                        (a, b) -> a.strength() >= b.strength() ? a : b));
      }
    }
    double best = matches.values().stream().mapToDouble(Match::strength).max().orElse(0);
    var strongest =
        matches.values().stream()
            .filter(m -> m.strength() >= best - 0.001)
            .sorted(java.util.Comparator.comparing(m -> m.meant().id()))
            .toList();
    return strongest.size() > MOST || best < 1 && strongest.size() > 1 ? List.of() : strongest;
  }
}
