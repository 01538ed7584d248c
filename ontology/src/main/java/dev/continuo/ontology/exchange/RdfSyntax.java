package dev.continuo.ontology.exchange;

import java.util.Locale;
import java.util.Optional;

/** RDF that can be read in. */
public enum RdfSyntax {
  TRIG,
  TURTLE,
  NQUADS,
  NTRIPLES,
  /** Without a document type and without entities; both are refused. */
  RDF_XML;

  /** By the ending of a file's name. */
  public static Optional<RdfSyntax> ofName(String fileName) {
    var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "trig" -> Optional.of(TRIG);
      case "ttl" -> Optional.of(TURTLE);
      case "nq" -> Optional.of(NQUADS);
      case "nt" -> Optional.of(NTRIPLES);
      case "rdf", "xml", "owl" -> Optional.of(RDF_XML);
      default -> Optional.empty();
    };
  }
}
