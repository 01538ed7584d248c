package dev.continuo.ontology.memory.neo4j;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a full-text query out of what a person typed: words only, so that nothing of it is read as
 * query syntax. The last letters of a word may be missing.
 */
final class LuceneWords {

  private static final int MOST = 24;

  private LuceneWords() {}

  /** Empty when there is no word in it. */
  static Optional<String> query(String text) {
    var query =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty() && word.length() <= 100)
            .distinct()
            .limit(MOST)
            .map(word -> "(" + word + "^3 OR " + word + "*)")
            .collect(Collectors.joining(" OR "));
    return query.isEmpty() ? Optional.empty() : Optional.of(query);
  }
}
