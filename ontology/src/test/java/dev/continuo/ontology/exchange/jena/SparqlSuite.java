package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.QuestionLimits;
import dev.continuo.ontology.exchange.QuestionRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * A folder of tests in the layout of the W3C: manifests whose actions name a query and its data.
 * What is no SELECT or ASK over the given data is refused; what is answered is compared with what
 * Jena answers.
 */
final class SparqlSuite {
  private static final Property ACTION =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#action");
  private static final Property QUERY =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-query#query");
  private static final Property DATA =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-query#data");
  private static final Property GRAPH_DATA =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-query#graphData");

  /** Functions that answer something else each time. */
  private static final Pattern CHANGING =
      Pattern.compile("(?i)\\b(?:rand|uuid|struuid|now|bnode)\\b");

  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<String> different = new ArrayList<>();
  private int equal;

  private SparqlSuite() {}

  static SparqlSuite run(Path folder) throws IOException {
    var suite = new SparqlSuite();
    try (var all = Files.walk(folder)) {
      for (var manifest :
          all.filter(f -> f.getFileName().toString().equals("manifest.ttl")).sorted().toList()) {
        suite.manifest(manifest);
      }
    }
    return suite;
  }

  int equal() {
    return equal;
  }

  /** How many queries were refused, by reason. */
  Map<String, Integer> refused() {
    return Map.copyOf(refused);
  }

  /** Sentences, one for each query whose answer is not Jena's. */
  List<String> different() {
    return List.copyOf(different);
  }

  private void manifest(Path manifest) throws IOException {
    var tests = RDFDataMgr.loadModel(manifest.toUri().toString());
    for (var action : tests.listObjectsOfProperty(ACTION).toList()) {
      if (action.isResource() && action.asResource().hasProperty(QUERY)) {
        compare(action.asResource());
      }
    }
  }

  private void compare(Resource action) throws IOException {
    var file = Path.of(URI.create(action.getPropertyResourceValue(QUERY).getURI()));
    var text = Files.readString(file);
    var dataset = dataset(action);
    Answer ours;
    try {
      ours =
          new SparqlEngine(
                  dataset, Map.of(), new QuestionLimits(Duration.ofSeconds(20), 100_000, 1))
              .ask(text, "");
    } catch (QuestionRefused e) {
      requireReason(file, text, e);
      return;
    }
    var found = words(ours);
    var expected = theirs(dataset, text);
    boolean same =
        CHANGING.matcher(text).find() ? found.size() == expected.size() : found.equals(expected);
    if (same) {
      equal++;
    } else {
      different.add("%s: we answer %s, Jena answers %s".formatted(file, found, expected));
    }
  }

  /** A question is refused for what it is, never because it was not understood. */
  private void requireReason(Path file, String text, QuestionRefused e) {
    var why = String.valueOf(e.getMessage()).replaceAll("(?s)^The question was not asked: ", "");
    if (why.startsWith("it is not SPARQL") && readByJena(text)) {
      different.add("%s: we do not read it, Jena does".formatted(file));
    }
    refused.merge(why.replaceAll("[<'\\d].*|function .*|: .*", "…"), 1, Integer::sum);
  }

  private static boolean readByJena(String text) {
    try {
      QueryFactory.create(text, "urn:x:", Syntax.syntaxSPARQL_11);
      return true;
    } catch (RuntimeException notSparql) {
      return false;
    }
  }

  private static DatasetGraph dataset(Resource action) {
    var dataset = DatasetFactory.create();
    action
        .listProperties(DATA)
        .forEachRemaining(
            s -> RDFDataMgr.read(dataset.getDefaultModel(), s.getResource().getURI()));
    action
        .listProperties(GRAPH_DATA)
        .forEachRemaining(
            s -> {
              if (s.getObject().isURIResource()) {
                var uri = s.getResource().getURI();
                RDFDataMgr.read(dataset.getNamedModel(uri), uri);
              }
            });
    return dataset.asDatasetGraph();
  }

  private static List<String> theirs(DatasetGraph dataset, String text) {
    var query = QueryFactory.create(text, "urn:continuo:question:", Syntax.syntaxSPARQL_11);
    try (var execution = QueryExec.dataset(dataset).query(query).build()) {
      if (query.isAskType()) {
        return List.of(String.valueOf(execution.ask()));
      }
      var rows = new ArrayList<String>();
      execution
          .select()
          .forEachRemaining(
              binding -> {
                var row = new TreeMap<String, String>();
                binding.forEach((column, node) -> row.put(column.getVarName(), word(node)));
                rows.add(row.toString());
              });
      return rows.stream().sorted().toList();
    }
  }

  private static String word(Node node) {
    return node.isBlank()
        ? "_"
        : node.isLiteral()
            ? node.getLiteralLexicalForm() + "^" + node.getLiteralDatatypeURI()
            : node.isURI() ? node.getURI() + "^" : node + "^";
  }

  private static List<String> words(Answer answer) {
    return switch (answer) {
      case Answer.Verdict verdict -> List.of(String.valueOf(verdict.holds()));
      case Answer.Rows rows ->
          rows.rows().stream()
              .map(
                  row -> {
                    var words = new TreeMap<String, String>();
                    row.forEach((column, cell) -> words.put(column, word(cell)));
                    return words.toString();
                  })
              .sorted()
              .toList();
    };
  }

  private static String word(Answer.Cell cell) {
    return cell.datatype().isEmpty() && cell.text().startsWith("_:")
        ? "_"
        : cell.text() + "^" + cell.datatype();
  }

  private static Property mf(String iri) {
    return ResourceFactory.createProperty(iri);
  }

  @Override
  public String toString() {
    return "SPARQL: %d queries equal, %d different; refused %s"
        .formatted(equal, different.size(), refused);
  }
}
