package dev.continuo.ontology.vocabulary;

import java.util.Map;

/**
 * What a predicate of an older version is called now.
 *
 * @param from its old curie, which may be the new one when only values changed
 * @param to its curie now
 * @param values what its text values are now, by what they were; values that are not named stay
 */
public record Renaming(String from, String to, Map<String, String> values) {
  public Renaming {
    values = Map.copyOf(values);
  }
}
