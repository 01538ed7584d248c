package dev.continuo.ontology.shape.jena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.continuo.ontology.shape.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;

/**
 * Our entry point against Jena's on the public SHACL suite of the W3C (data-shapes-test-suite):
 * {@code -Dcontinuo.conformance.shacl=FOLDER}. Skipped without it.
 */
class ShaclSuiteTest {
  private static final String FOLDER = System.getProperty("continuo.conformance.shacl", "");

  @Test
  void findsWhatJenaFinds() throws IOException {
    assumeTrue(!FOLDER.isBlank(), "-Dcontinuo.conformance.shacl names the folder of the suite");
    int compared = 0;
    int unreadable = 0;
    for (var file : files(Path.of(FOLDER))) {
      Graph graph = RDFParser.source(file).toGraph();
      Shapes shapes;
      try {
        shapes = Shapes.parse(graph);
      } catch (RuntimeException e) {
        unreadable++;
        continue;
      }
      var theirs = ShaclValidator.get().validate(shapes, graph);
      var ours = ShaclShapes.of(graph).check(graph);

      assertThat(ours.isEmpty()).as("conforms: %s", file).isEqualTo(theirs.conforms());
      if (!theirs.conforms()) {
        assertThat(ours.stream().map(Violation::focus))
            .as("focus nodes: %s", file)
            .containsExactlyInAnyOrderElementsOf(
                theirs.getEntries().stream()
                    .map(
                        e ->
                            e.focusNode().isLiteral()
                                ? e.focusNode().getLiteralLexicalForm()
                                : e.focusNode().toString())
                    .toList());
      }
      compared++;
    }
    System.out.printf("SHACL: %d files equal, %d that Jena does not read%n", compared, unreadable);
    assertThat(compared).isGreaterThan(50);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".ttl"))
          .filter(file -> !file.getFileName().toString().equals("manifest.ttl"))
          .sorted()
          .toList();
    }
  }
}
