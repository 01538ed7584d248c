package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.Shelf;
import java.util.Set;

/**
 * One question of an open set.
 *
 * @param shelf what is searched
 * @param group questions of one group are never on both sides of a fold
 * @param kind the set's own category, or empty
 * @param gold ids of the texts that answer it
 */
record Case(Shelf shelf, String group, String kind, String question, Set<String> gold) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
