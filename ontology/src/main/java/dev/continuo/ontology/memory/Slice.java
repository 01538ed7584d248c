package dev.continuo.ontology.memory;

import java.util.List;

/**
 * A piece of a long list.
 *
 * @param skip how many come before it
 * @param limit how many at most
 */
public record Slice(int skip, int limit) {
  public Slice {
    skip = Math.max(0, skip);
    limit = Math.max(1, limit);
  }

  /** That piece of a list that is at hand. */
  public <T> List<T> of(List<T> all) {
    int from = Math.min(skip, all.size());
    return all.subList(from, Math.min(all.size(), from + limit));
  }

  /** The beginning of the list. */
  public static Slice first(int limit) {
    return new Slice(0, limit);
  }
}
