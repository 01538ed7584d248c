package dev.continuo.ontology.shape.jena;

import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.shape.Statement;
import dev.continuo.ontology.shape.Term;
import dev.continuo.ontology.shape.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/** Shapes in SHACL, checked by Jena. The shapes graph is parsed once and only read afterwards. */
public final class ShaclShapes implements Shapes {

  private final org.apache.jena.shacl.Shapes shapes;

  private ShaclShapes(org.apache.jena.shacl.Shapes shapes) {
    this.shapes = shapes;
  }

  /** The shapes inside this module. */
  public static ShaclShapes shipped() {
    return of(shippedGraph());
  }

  /** The shapes inside this module and the operator's. */
  public static ShaclShapes shippedWith(String extension) {
    var all = shippedGraph();
    GraphUtil.addInto(all, RDFParser.fromString(extension, Lang.TURTLE).toGraph());
    return of(all);
  }

  private static Graph shippedGraph() {
    var file = "/dev/continuo/ontology/shape/shapes.ttl";
    try (var turtle = ShaclShapes.class.getResourceAsStream(file)) {
      if (turtle == null) {
        throw new IllegalStateException(
            file + " is not on the class path: build the module again.");
      }
      return RDFParser.source(turtle).lang(Lang.TURTLE).toGraph();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ShaclShapes of(Graph shapes) {
    return new ShaclShapes(org.apache.jena.shacl.Shapes.parse(shapes));
  }

  /** Shapes from Turtle. */
  public static ShaclShapes read(InputStream turtle) {
    return of(RDFParser.source(turtle).lang(Lang.TURTLE).toGraph());
  }

  @Override
  public List<Violation> check(Collection<Statement> snapshot) {
    var graph = GraphFactory.createDefaultGraph();
    snapshot.forEach(statement -> graph.add(triple(statement)));
    return check(graph);
  }

  List<Violation> check(Graph graph) {
    var report = ShaclValidator.get().validate(shapes, graph);
    if (report.conforms()) {
      return List.of();
    }
    return report.getEntries().stream()
        .map(ShaclShapes::violation)
        .sorted(Comparator.comparing(Violation::focus).thenComparing(Violation::message))
        .toList();
  }

  private static Triple triple(Statement statement) {
    var object =
        switch (statement.object()) {
          case Term.Thing(var iri) -> NodeFactory.createURI(iri);
          case Term.Literal(var lexical, var datatype) ->
              NodeFactory.createLiteralDT(
                  lexical, TypeMapper.getInstance().getSafeTypeByName(datatype));
        };
    return Triple.create(
        NodeFactory.createURI(statement.subject()),
        NodeFactory.createURI(statement.predicate()),
        object);
  }

  private static Violation violation(ReportEntry entry) {
    var path = entry.resultPath();
    return new Violation(
        text(entry.focusNode()),
        path == null ? null : path.toString().replaceAll("^<|>$", ""),
        entry.value() == null ? null : text(entry.value()),
        entry.sourceConstraintComponent() == null ? "" : text(entry.sourceConstraintComponent()),
        entry.message() == null ? "It breaks a rule of the vocabulary." : entry.message());
  }

  private static String text(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
