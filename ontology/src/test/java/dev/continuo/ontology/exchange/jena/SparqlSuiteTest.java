package dev.continuo.ontology.exchange.jena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.Test;

/**
 * Our entry point against Jena's on the public SPARQL 1.1 suite of the W3C (rdf-tests, {@code
 * sparql/sparql11}): {@code -Dcontinuo.conformance.sparql=FOLDER}. Skipped without it. What is no
 * SELECT or ASK over the given data is refused; what is answered is answered as Jena answers it.
 */
class SparqlSuiteTest {
  private static final String FOLDER = System.getProperty("continuo.conformance.sparql", "");
  private static final Property ACTION =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#action");
  private static final Property QUERY =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-query#query");
  private static final Property DATA =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-query#data");
  private static final Property GRAPH_DATA =
      mf("http://www.w3.org/2001/sw/DataAccess/tests/test-query#graphData");

  private final Map<String, Integer> refused = new TreeMap<>();
  private int equal;

  @Test
  void answersWhatJenaAnswers() throws IOException {
    assumeTrue(!FOLDER.isBlank(), "-Dcontinuo.conformance.sparql names the folder of the suite");
    try (var all = Files.walk(Path.of(FOLDER))) {
      for (var manifest :
          all.filter(f -> f.getFileName().toString().equals("manifest.ttl")).sorted().toList()) {
        run(manifest);
      }
    }
    System.out.printf("SPARQL: %d queries equal; refused %s%n", equal, refused);
    assertThat(equal).isGreaterThan(150);
  }

  private void run(Path manifest) throws IOException {
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
    if (text.matches("(?is).*\\b(rand|uuid|struuid|now|bnode)\\b.*")) {
      assertThat(words(ours)).as(file.toString()).hasSameSizeAs(theirs(dataset, text));
    } else {
      assertThat(words(ours))
          .as(file.toString())
          .containsExactlyInAnyOrderElementsOf(theirs(dataset, text));
    }
    equal++;
  }

  /** A question is refused for what it is, never because it was not understood. */
  private void requireReason(Path file, String text, QuestionRefused e) {
    var why = String.valueOf(e.getMessage()).replaceAll("(?s)^The question was not asked: ", "");
    if (why.startsWith("it is not SPARQL")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> QueryFactory.create(text, "urn:x:", Syntax.syntaxSPARQL_11))
          .as(file.toString())
          .isInstanceOf(RuntimeException.class);
    }
    refused.merge(why.replaceAll("[<'\\d].*|function .*|: .*", "…"), 1, Integer::sum);
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
      return rows;
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
}
