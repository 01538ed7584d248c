package dev.continuo.ontology.memory;

/**
 * How alike two names sound to something that knows language, for instance an embedding model.
 * Called while merges are looked for, never inside a write.
 */
@FunctionalInterface
public interface NameLikeness {
  /** From 0 (nothing in common) to 1 (the same). */
  double of(String name, String other);

  /** Knows nothing, so that letters alone decide. */
  static NameLikeness none() {
    return (name, other) -> 0;
  }
}
