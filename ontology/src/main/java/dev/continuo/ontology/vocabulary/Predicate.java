package dev.continuo.ontology.vocabulary;

import java.util.Set;

/**
 * A relation that facts may state.
 *
 * @param curie short form, for instance {@code schema:email}
 * @param label what a person reads between subject and value: "works for"
 * @param domains curies of the kinds it may be said of; empty for any
 * @param refKinds curies of the kinds it may point to; empty for any, and for literals
 * @param edgeType relationship type of its derived edge, for instance {@code WORKS_FOR}: capital
 *     letters and underscores only
 * @param namesSubject true when its current value is what the subject is called
 */
public record Predicate(
    String curie,
    String iri,
    String label,
    SlotKind slots,
    ValueType type,
    Set<String> domains,
    Set<String> refKinds,
    String edgeType,
    boolean namesSubject) {

  public Predicate {
    domains = Set.copyOf(domains);
    refKinds = Set.copyOf(refKinds);
  }
}
