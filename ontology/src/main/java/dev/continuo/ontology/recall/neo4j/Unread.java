package dev.continuo.ontology.recall.neo4j;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Sources that memory took in and recall has not read to their end. Memory labels them; here the
 * label goes again. Every kind has its turn, the newest of it first and each fourth time the
 * oldest, so that ten thousand imported notes do not keep a document waiting, nor the newest the
 * oldest for good. An index answers, so a look at nothing costs nothing.
 */
final class Unread {

  private static final Duration PUT_OFF = Duration.ofMinutes(10);
  private static final int OLDEST = 4;

  private static final String KIND =
      """
      MATCH (ep:Unread) WHERE ep.kind > $after AND ep.recordedAt IS NOT NULL
      RETURN ep.kind AS kind ORDER BY kind LIMIT 1
      """;

  private static final String ENDS =
      """
      CALL () {
        MATCH (ep:Unread) WHERE ep.kind = $kind AND ep.recordedAt IS NOT NULL
          AND NOT ep.key IN $putOff
        RETURN ep ORDER BY ep.kind DESC, ep.recordedAt DESC LIMIT $most
        UNION
        MATCH (ep:Unread) WHERE ep.kind = $kind AND ep.recordedAt IS NOT NULL
          AND NOT ep.key IN $putOff
        RETURN ep ORDER BY ep.kind, ep.recordedAt LIMIT $most
      }
      RETURN ep.key AS key, ep.recordedAt AS at
      """;

  private static final String SOURCES =
      """
      UNWIND $keys AS key
      MATCH (ep:Episode {key: key})
      RETURN ep, COUNT { (ep)<-[:OF]-() } AS passages
      """;

  private final Store store;
  private final Map<String, Instant> putOff = new ConcurrentHashMap<>();

  /**
   * @param passages how many of them are written already
   */
  record Source(String key, String kind, String title, String text, Instant at, int passages) {}

  private record Waiting(String key, Instant recorded) {}

  Unread(Store store) {
    this.store = store;
  }

  /** Those whose turn it is. */
  List<Source> next(int most) {
    var now = Instant.now();
    putOff.values().removeIf(until -> until.isBefore(now));
    return store.read(
        "Looking for new sources",
        tx -> {
          var keys = turns(waiting(tx, most), most);
          return keys.isEmpty() ? List.of() : sources(tx, keys);
        });
  }

  /** Something is wrong with this one; the others go on meanwhile. */
  void putOff(String key) {
    putOff.put(key, Instant.now().plus(PUT_OFF));
  }

  /** They were read to their end. */
  static ResultSummary done(TransactionContext tx, List<String> keys) {
    return tx.run(
            "UNWIND $keys AS key MATCH (ep:Episode {key: key}) REMOVE ep:Unread",
            Map.of("keys", keys))
        .consume();
  }

  /** By kind, the newest and the oldest in turn. */
  private List<List<String>> waiting(TransactionContext tx, int most) {
    var all = new ArrayList<List<String>>();
    String kind = "";
    while (true) {
      var next = tx.run(KIND, Map.of("after", kind)).list(r -> r.get("kind").asString());
      if (next.isEmpty()) {
        return all;
      }
      kind = next.getFirst();
      all.add(
          mixed(
              tx.run(
                      ENDS,
                      Map.of("kind", kind, "putOff", List.copyOf(putOff.keySet()), "most", most))
                  .list(r -> new Waiting(r.get("key").asString(), Store.time(r.get("at"))))));
    }
  }

  private static List<String> mixed(List<Waiting> waiting) {
    var newestFirst = new ArrayList<>(waiting);
    newestFirst.sort(Comparator.comparing(Waiting::recorded).reversed());
    var mixed = new ArrayList<String>();
    while (!newestFirst.isEmpty()) {
      mixed.add(
          (mixed.size() % OLDEST == OLDEST - 1
                  ? newestFirst.removeLast()
                  : newestFirst.removeFirst())
              .key());
    }
    return mixed;
  }

  /** One of each kind, then the next of each. */
  private static List<String> turns(List<List<String>> kinds, int most) {
    int longest = kinds.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, longest)
        .boxed()
        .flatMap(i -> kinds.stream().filter(kind -> i < kind.size()).map(kind -> kind.get(i)))
        .limit(most)
        .toList();
  }

  private static List<Source> sources(TransactionContext tx, List<String> keys) {
    var found = new HashMap<String, Source>();
    tx.run(SOURCES, Map.of("keys", keys))
        .list(
            r -> {
              var ep = r.get("ep");
              return new Source(
                  ep.get("key").asString(),
                  ep.get("kind").asString(),
                  ep.get("title").asString(),
                  ep.get("text").asString(),
                  Store.time(ep.get("occurredAt")),
                  r.get("passages").asInt());
            })
        .forEach(source -> found.put(source.key(), source));
    return keys.stream()
        .filter(found::containsKey)
        .map(key -> Objects.requireNonNull(found.get(key)))
        .toList();
  }
}
