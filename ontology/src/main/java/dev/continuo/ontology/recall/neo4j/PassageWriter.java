package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Passages;
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
 * vector is of its own text. A long source is read a part at a time and goes on where it stopped; a
 * source that was read is not among the unread any more.
 */
final class PassageWriter {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** Passages of one source at a time while others wait, and while none does. */
  private static final int PART = 20;

  private static final int ALONE = 100;

  /** Their vectors alone take some megabytes there. */
  private static final int ROWS_TOGETHER = 200;

  private final Store store;
  private final Unread unread;
  private final Embeddings embeddings;
  private final InstantSource clock;

  /** A part of a source, and whether it is the last. */
  private record Part(String key, List<Map<String, Object>> rows, boolean last) {}

  PassageWriter(Store store, Embeddings embeddings, InstantSource clock) {
    this.store = store;
    this.unread = new Unread(store);
    this.embeddings = embeddings;
    this.clock = clock;
  }

  /** How many sources were read, in part or to their end. */
  synchronized int write(int most) {
    var sources = unread.next(most);
    int longest = sources.size() == 1 ? ALONE : PART;
    for (var together : Pieces.of(sources, ROWS_TOGETHER / longest)) {
      write(together.stream().map(source -> part(source, longest)).toList());
    }
    return sources.size();
  }

  /** What one source does to the store must not keep the others from being read. */
  private void write(List<Part> parts) {
    try {
      store.write("Writing passages", tx -> write(tx, parts));
    } catch (MemoryFailed together) {
      @Nullable MemoryFailed trouble = null;
      for (var part : parts) {
        try {
          store.write("Writing passages", tx -> write(tx, List.of(part)));
        } catch (MemoryFailed alone) {
          unread.putOff(part.key());
          trouble = alone;
        }
      }
      if (trouble != null) {
        throw trouble;
      }
    }
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

  private ResultSummary write(TransactionContext tx, List<Part> parts) {
    var keys = parts.stream().map(Part::key).sorted().toList();
    var about =
        tx.run(ABOUT, Map.of("keys", keys)).list(r -> r.get("id").asString()).stream().sorted();
    Locks.entities(tx, about.toList());
    Locks.sources(tx, keys);
    var rows = parts.stream().flatMap(part -> part.rows().stream()).toList();
    tx.run(WRITE, Map.of("rows", rows, "at", Store.time(clock.instant()))).consume();
    return Unread.done(tx, parts.stream().filter(Part::last).map(Part::key).toList());
  }

  private static final String ABOUT =
      """
      UNWIND $keys AS key
      MATCH (:Episode {key: key})<-[:FROM]-(a:Activity)
      UNWIND coalesce(a.entityIds, []) AS id
      RETURN DISTINCT id
      """;

  private Part part(Unread.Source source, int longest) {
    var all = Passages.of(source.text());
    int from = Math.min(source.passages(), all.size());
    int to = Math.min(all.size(), from + longest);
    var vectors = embeddings.embed(all.subList(from, to));
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = from; i < to; i++) {
      rows.add(row(source, all, i, vectors.get(i - from)));
    }
    return new Part(source.key(), rows, to == all.size());
  }

  private static Map<String, Object> row(
      Unread.Source source, List<String> texts, int number, float[] vector) {
    var words = new StringBuilder(DAY.format(source.at())).append(' ').append(source.title());
    words.append(' ').append(texts.get(number));
    words.append(' ').append(Passages.together(texts, number, 2, 0));
    var props = new HashMap<String, Object>();
    props.put("id", source.key() + "#" + number);
    props.put("ordinal", number);
    props.put("text", texts.get(number));
    props.put("words", words.toString());
    props.put("kind", source.kind());
    return Map.of("episode", source.key(), "props", props, "vector", vector);
  }
}
