package dev.continuo.ontology.shape.jena;

import dev.continuo.ontology.shape.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * A folder of tests in the layout of the W3C: each file holds tests of type {@code sht:Validate}
 * whose action names a data graph and a shapes graph. What our entry point finds is compared with
 * what Jena finds.
 */
final class ShaclSuite {
  private static final Node DATA = sht("dataGraph");
  private static final Node SHAPES = sht("shapesGraph");

  private final List<String> different = new ArrayList<>();
  private int compared;
  private int unreadable;

  private ShaclSuite() {}

  static ShaclSuite run(Path folder) throws IOException {
    var suite = new ShaclSuite();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(f -> f.toString().endsWith(".ttl")).sorted().toList()) {
        suite.file(file);
      }
    }
    return suite;
  }

  int compared() {
    return compared;
  }

  /** Sentences, one for each test whose outcome is not Jena's. */
  List<String> different() {
    return List.copyOf(different);
  }

  private void file(Path file) {
    var tests = RDFDataMgr.loadGraph(file.toUri().toString());
    tests
        .find(Node.ANY, DATA, Node.ANY)
        .forEachRemaining(
            action ->
                tests
                    .find(action.getSubject(), SHAPES, Node.ANY)
                    .forEachRemaining(
                        shapes ->
                            compare(file, graph(action.getObject()), graph(shapes.getObject()))));
  }

  private static Graph graph(Node named) {
    return RDFDataMgr.loadGraph(named.getURI());
  }

  private void compare(Path file, Graph data, Graph shapesGraph) {
    ValidationReport theirs;
    try {
      theirs = ShaclValidator.get().validate(Shapes.parse(shapesGraph), data);
    } catch (RuntimeException notReadByJena) {
      unreadable++;
      return;
    }
    compared++;
    var ours = ShaclShapes.of(shapesGraph).check(data).stream().map(ShaclSuite::result).sorted();
    var expected = theirs.getEntries().stream().map(ShaclSuite::result).sorted().toList();
    var found = ours.toList();
    if (!found.equals(expected)) {
      different.add("%s: we find %s, Jena finds %s".formatted(file, found, expected));
    }
  }

  private static String result(Violation ours) {
    return String.join(
        " ",
        ours.focus(),
        Objects.requireNonNullElse(ours.path(), "-"),
        Objects.requireNonNullElse(ours.value(), "-"),
        ours.shape());
  }

  private static String result(ReportEntry theirs) {
    var path = theirs.resultPath();
    return String.join(
        " ",
        text(theirs.focusNode()),
        path == null ? "-" : path.toString().replaceAll("^<|>$", ""),
        theirs.value() == null ? "-" : text(theirs.value()),
        text(theirs.sourceConstraintComponent()));
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private static Node sht(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/shacl-test#" + name);
  }

  @Override
  public String toString() {
    return "SHACL: %d tests compared, %d of them different, %d that Jena does not read"
        .formatted(compared, different.size(), unreadable);
  }
}
