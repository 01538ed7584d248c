package dev.continuo.ontology.shape.jena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The public SHACL suite of the W3C (data-shapes-test-suite) through our entry point: {@code mvn
 * -pl ontology -am test -Pconformance -Dcontinuo.conformance.shacl=FOLDER}.
 */
class ShaclConformance {

  @Test
  void findsWhatJenaFinds() throws IOException {
    var folder = System.getProperty("continuo.conformance.shacl", "");
    if (folder.isBlank()) {
      abort("Give the folder of the suite with -Dcontinuo.conformance.shacl=FOLDER to run it.");
    }
    var suite = ShaclSuite.run(Path.of(folder));
    System.out.println(suite);
    assertThat(suite.compared()).as("tests that were compared").isGreaterThan(50);
    assertThat(suite.different()).isEmpty();
  }
}
