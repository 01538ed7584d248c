package dev.continuo.ontology.exchange.jena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The public SPARQL 1.1 suite of the W3C (rdf-tests, {@code sparql/sparql11}) through our entry
 * point: {@code mvn -pl ontology -am test -Pconformance -Dcontinuo.conformance.sparql=FOLDER}.
 */
class SparqlConformance {

  @Test
  void answersWhatJenaAnswers() throws IOException {
    var folder = System.getProperty("continuo.conformance.sparql", "");
    if (folder.isBlank()) {
      abort("Give the folder of the suite with -Dcontinuo.conformance.sparql=FOLDER to run it.");
    }
    var suite = SparqlSuite.run(Path.of(folder));
    System.out.println(suite);
    assertThat(suite.equal()).as("queries that were answered").isGreaterThan(150);
    assertThat(suite.different()).isEmpty();
  }
}
