package dev.continuo.ontology.memory;

import java.util.List;

/**
 * What is said of one thing by one predicate.
 *
 * @param total how many there are; {@code facts} are the first of them, the newest first
 */
public record FactGroup(String predicate, String label, int total, List<Fact> facts) {
  public FactGroup {
    facts = List.copyOf(facts);
  }
}
