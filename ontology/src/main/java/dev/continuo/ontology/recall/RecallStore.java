package dev.continuo.ontology.recall;

import dev.continuo.ontology.recall.Reading.Meant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What recall asks of the store that holds facts and passages. Reads only, except {@link #index}.
 */
public interface RecallStore extends AutoCloseable {

  /** Who or what a text names, best first; at most three, none where it is anybody's guess. */
  List<Meant> named(String text);

  /** An entity by id or key. */
  Optional<Meant> entity(String idOrKey);

  /** Grows with everything that is written or indexed about an entity. */
  String version(String entityId);

  /**
   * Every row of those predicates, believed or not, with the entity as subject or object.
   *
   * @param predicates all where empty
   */
  List<FactRow> rows(String entityId, Collection<String> predicates, int most);

  /**
   * Rows of what is owed by or to an entity, or by and to anybody: all facts of each commitment
   * whose state at that time, by what was recorded then, is none of {@code closed}.
   */
  List<FactRow> owed(
      @Nullable String entityId,
      Instant valid,
      Instant recorded,
      Collection<String> closed,
      int most);

  /** Rows that were recorded or closed since, newest first. */
  List<FactRow> changedSince(@Nullable String entityId, Instant since, int most);

  /** Rows by the words of their sentence, best first, believed or not. */
  List<FactRow> rowsByWords(Collection<String> words, int most);

  /** Rows whose evidence is in those sources; of one with very many facts only some. */
  List<FactRow> rowsOf(Collection<String> episodeKeys, int each);

  /** Passages about an entity, the newest first. */
  List<PassageRow> passages(String entityId, int most);

  /** Passages by words and by closeness in meaning, each once. */
  List<PassageRow> passages(Collection<String> words, float[] vector, int most);

  /** See {@link Recall#index}. */
  int index(int mostSources);

  /** See {@link Recall#rollUps}. */
  RollUps rollUps();

  @Override
  void close();
}
