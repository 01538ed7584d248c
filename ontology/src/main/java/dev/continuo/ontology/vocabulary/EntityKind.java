package dev.continuo.ontology.vocabulary;

/**
 * A kind of thing that facts speak of.
 *
 * @param curie short form, for instance {@code schema:Person}
 * @param label what a person reads: "person"
 * @param nodeLabel its label in the store: letters only
 */
public record EntityKind(String curie, String iri, String label, String nodeLabel) {}
