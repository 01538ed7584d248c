package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Passages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Cuts sources into passages, embeds each, and ties them to what the source is about. The words of
 * a passage are its date, its source's title, itself twice and the two passages before it; the
 * vector is of its own text. A source that was read has a passage, so reading it again does
 * nothing.
 */
final class PassageWriter {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** A write's recorded time is taken before it commits: look back this far again. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** A long document is a transaction of its own; its vectors alone take ten megabytes there. */
  private static final int ROWS_TOGETHER = 200;

  private final Store store;
  private final Embeddings embeddings;
  private final InstantSource clock;
  private @Nullable Instant read;
  private long known;
  private long found;

  private record Source(
      String key, String kind, String title, String text, Instant at, Instant recorded) {}

  PassageWriter(Store store, Embeddings embeddings, InstantSource clock) {
    this.store = store;
    this.embeddings = embeddings;
    this.clock = clock;
  }

  /** How many sources were read. */
  synchronized int write(int most) {
    long there = count();
    var from = read == null ? Instant.EPOCH : read.minus(OVERLAP);
    var sources = pending(from, most);
    var together = new ArrayList<Source>();
    var rows = new ArrayList<Map<String, Object>>();
    for (var source : sources) {
      together.add(source);
      rows.addAll(rows(source));
      if (rows.size() >= ROWS_TOGETHER || source == sources.getLast()) {
        store.write("Writing passages", tx -> write(tx, together, rows));
        together.clear();
        rows.clear();
      }
    }
    found += sources.size();
    if (sources.size() == most) {
      read = sources.getLast().recorded();
    } else if (read != null && known + found < there) {
      read = null; // an import brought sources with a recorded time long ago: look at all, once
      return sources.size() + write(most);
    } else {
      known = read == null ? there : known + found;
      found = 0;
      read = clock.instant();
    }
    return sources.size();
  }

  private long count() {
    return store
        .read(
            "Counting sources",
            tx -> tx.run("MATCH (ep:Episode) RETURN count(ep) AS n").list(r -> r.get("n").asLong()))
        .getFirst();
  }

  private List<Source> pending(Instant from, int most) {
    return store.read(
        "Looking for new sources",
        tx ->
            tx.run(
                    """
                    MATCH (ep:Episode) WHERE ep.recordedAt >= $from
                      AND NOT EXISTS { (:Passage)-[:OF]->(ep) }
                    RETURN ep ORDER BY ep.recordedAt LIMIT $most
                    """,
                    Map.of("from", Store.time(from), "most", most))
                .list(
                    r -> {
                      var ep = r.get("ep");
                      return new Source(
                          ep.get("key").asString(),
                          ep.get("kind").asString(),
                          ep.get("title").asString(),
                          ep.get("text").asString(),
                          Store.time(ep.get("occurredAt")),
                          Store.time(ep.get("recordedAt")));
                    }));
  }

  private static final String WRITE =
      """
      UNWIND $rows AS x
      MATCH (ep:Episode {key: x.episode})
      MERGE (p:Passage {id: x.props.id})
      SET p += x.props
      MERGE (p)-[:OF]->(ep)
      WITH p, ep, x
      CALL db.create.setNodeVectorProperty(p, 'vector', x.vector)
      WITH p, ep
      MATCH (a:Activity)-[:FROM]->(ep)
      UNWIND coalesce(a.entityIds, []) AS id
      MATCH (e:Entity {id: id})
      MERGE (p)-[:ABOUT]->(e)
      SET e.passagesAt = $at
      """;

  private ResultSummary write(
      TransactionContext tx, List<Source> sources, List<Map<String, Object>> rows) {
    var keys = sources.stream().map(Source::key).sorted().toList();
    var about =
        tx.run(ABOUT, Map.of("keys", keys)).list(r -> r.get("id").asString()).stream().sorted();
    Locks.entities(tx, about.toList());
    Locks.sources(tx, keys);
    return tx.run(WRITE, parameters(rows)).consume();
  }

  private static final String ABOUT =
      """
      UNWIND $keys AS key
      MATCH (:Episode {key: key})<-[:FROM]-(a:Activity)
      UNWIND coalesce(a.entityIds, []) AS id
      RETURN DISTINCT id
      """;

  private Map<String, Object> parameters(List<Map<String, Object>> rows) {
    return Map.of("rows", rows, "at", Store.time(clock.instant()));
  }

  private List<Map<String, Object>> rows(Source source) {
    var texts = Passages.of(source.text());
    var vectors = embeddings.embed(texts);
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < texts.size(); i++) {
      var words = new StringBuilder(DAY.format(source.at())).append(' ').append(source.title());
      words.append(' ').append(texts.get(i)).append(' ').append(Passages.together(texts, i, 2, 0));
      var props = new HashMap<String, Object>();
      props.put("id", source.key() + "#" + i);
      props.put("ordinal", i);
      props.put("text", texts.get(i));
      props.put("words", words.toString());
      props.put("kind", source.kind());
      rows.add(Map.of("episode", source.key(), "props", props, "vector", vectors.get(i)));
    }
    return rows;
  }
}
