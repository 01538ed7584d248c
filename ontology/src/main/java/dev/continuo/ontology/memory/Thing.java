package dev.continuo.ontology.memory;

import java.util.List;
import java.util.Optional;

/**
 * Something that belongs to a client, such as a promise, a contract or a signal, with what is said
 * of it; of a contract also what is said of its clauses and milestones.
 */
public record Thing(String id, String kind, String label, List<Fact> facts) {
  public Thing {
    facts = List.copyOf(facts);
  }

  /** What the thing itself is said to be by that predicate. */
  public Optional<Fact> says(String predicate) {
    return facts.stream()
        .filter(fact -> fact.subjectId().equals(id) && fact.predicate().equals(predicate))
        .findFirst();
  }
}
