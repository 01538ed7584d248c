package dev.continuo.ontology.memory;

/**
 * How much waits for a person.
 *
 * @param reviews facts that contradict what is known, or whose date is unclear
 * @param merges pairs that may be one
 * @param shaky believed facts whose ground fell
 * @param refused proposals that broke a rule; they only inform
 */
public record Waits(int reviews, int merges, int shaky, int refused) {

  /** What asks for a decision. */
  public int asking() {
    return reviews + merges + shaky;
  }
}
