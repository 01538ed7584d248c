package dev.continuo.ontology.recall.neo4j;

import java.util.ArrayList;
import java.util.List;

/** A long list in pieces, for transactions that do not grow with it. */
final class Pieces {

  private Pieces() {}

  static <T> List<List<T>> of(List<T> all, int most) {
    var pieces = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += most) {
      pieces.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return pieces;
  }
}
