package dev.continuo.runtime.erasure;

import java.util.Set;
import java.util.TreeSet;

/**
 * Everything by which the copies of a client are found.
 *
 * @param entityIds what memory erases
 * @param words names and addresses, which are blackened where a text has to stay
 */
record ErasurePlan(
    Set<String> entityIds,
    Set<String> documentIds,
    Set<String> writeKeys,
    Set<String> episodeKeys,
    Set<String> entityKeys,
    Set<String> words,
    Set<Long> runKeys) {
  ErasurePlan {
    entityIds = Set.copyOf(entityIds);
    documentIds = Set.copyOf(documentIds);
    writeKeys = Set.copyOf(writeKeys);
    episodeKeys = Set.copyOf(episodeKeys);
    entityKeys = Set.copyOf(entityKeys);
    words = Set.copyOf(words);
    runKeys = Set.copyOf(runKeys);
  }

  ErasurePlan and(ErasurePlan other) {
    return new ErasurePlan(
        both(entityIds, other.entityIds),
        both(documentIds, other.documentIds),
        both(writeKeys, other.writeKeys),
        both(episodeKeys, other.episodeKeys),
        both(entityKeys, other.entityKeys),
        both(words, other.words),
        both(runKeys, other.runKeys));
  }

  private static <T extends Comparable<T>> Set<T> both(Set<T> a, Set<T> b) {
    var all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }
}
