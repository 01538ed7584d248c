package dev.continuo.ontology.memory;

/**
 * Where memory tells what each read and write took. Called once per operation, after it, on the
 * thread that asked; an implementation returns at once and never throws.
 */
@FunctionalInterface
public interface Activities {
  void record(MemoryActivity activity);

  /** Tells nobody. */
  static Activities none() {
    return activity -> {};
  }
}
