package dev.continuo.ontology.shape;

/** One triple of a snapshot. */
public record Statement(String subject, String predicate, Term object) {

  /** IRI of {@code rdf:type}. */
  public static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

  /** States what kind of thing the subject is. */
  public static Statement type(String subject, String kind) {
    return new Statement(subject, TYPE, new Term.Thing(kind));
  }
}
