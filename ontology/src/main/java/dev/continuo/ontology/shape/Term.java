package dev.continuo.ontology.shape;

/** The object of a statement: a thing or a literal. */
public sealed interface Term {

  /** A thing, by its IRI. */
  record Thing(String iri) implements Term {}

  /** A literal with its datatype's IRI. */
  record Literal(String lexical, String datatype) implements Term {}
}
