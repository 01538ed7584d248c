package dev.continuo.ontology.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hot layer: the passages of clients that were asked about lately, ready to be searched. A
 * shelf is thrown away as soon as anything was written or indexed about its client.
 */
final class ClientShelves {

  private static final int PASSAGES = 600;
  private static final int CLIENTS = 64;

  private record Kept(String version, Map<String, PassageRow> rows, Shelf shelf) {}

  /**
   * @param warm whether it was still there
   */
  record ClientShelf(Map<String, PassageRow> rows, Shelf shelf, boolean warm) {}

  private final RecallStore store;
  private final Embeddings embeddings;
  private final Cache<String, Kept> kept =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofMinutes(30)).build();

  ClientShelves(RecallStore store, Embeddings embeddings) {
    this.store = store;
    this.embeddings = embeddings;
  }

  void forget() {
    kept.invalidateAll();
  }

  ClientShelf of(String entityId) {
    String version = store.version(entityId);
    Kept known = kept.getIfPresent(entityId);
    if (known != null && known.version().equals(version)) {
      return new ClientShelf(known.rows(), known.shelf(), true);
    }
    var rows = new LinkedHashMap<String, PassageRow>();
    store.passages(entityId, PASSAGES).forEach(row -> rows.put(row.id(), row));
    var shelf = shelf(List.copyOf(rows.values()), embeddings);
    kept.put(entityId, new Kept(version, Map.copyOf(rows), shelf));
    return new ClientShelf(rows, shelf, false);
  }

  /** A shelf of stored passages, linked by what they are about. */
  static Shelf shelf(List<PassageRow> rows, Embeddings embeddings) {
    var texts =
        rows.stream()
            .map(
                row ->
                    new ShelfText(
                        row.id(),
                        row.episodeKey(),
                        row.words(),
                        row.about(),
                        Passages.words(row.text()),
                        List.of(row.vector())))
            .toList();
    var links =
        rows.stream()
            .flatMap(row -> row.about().stream().map(name -> new Link(name, name, row.id(), null)))
            .toList();
    return new Shelf(texts, links, embeddings);
  }
}
