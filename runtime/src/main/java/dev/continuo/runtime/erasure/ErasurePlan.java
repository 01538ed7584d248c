package dev.continuo.runtime.erasure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private static final int SHORTEST = 6;

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

  /** What only this client can have: addresses, domains, message ids, document ids. */
  Set<String> needles() {
    return Stream.of(
            documentIds.stream(),
            entityKeys.stream().map(ErasurePlan::afterScheme),
            episodeKeys.stream().map(ErasurePlan::afterScheme))
        .flatMap(needles -> needles)
        .filter(word -> word.length() >= SHORTEST)
        .collect(Collectors.toSet());
  }

  /** Names too, longest first, where a text stays and only the words have to go. */
  List<String> blackened() {
    return Stream.concat(
            needles().stream(), words.stream().filter(word -> word.length() >= SHORTEST))
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  private static String afterScheme(String key) {
    return key.substring(key.indexOf(':') + 1);
  }
}
