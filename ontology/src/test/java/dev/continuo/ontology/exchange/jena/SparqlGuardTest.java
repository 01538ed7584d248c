package dev.continuo.ontology.exchange.jena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.QuestionLimits;
import dev.continuo.ontology.exchange.QuestionRefused;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?p ?n { ?p a schema:Person ; schema:name ?n } ORDER BY ?n LIMIT 10",
        "ASK { ?c a vf:Commitment ; continuo:state 'open' }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?f a continuo:Assertion } }",
        "SELECT ?x { ?x schema:name ?n FILTER regex(?n, '^Jane', 'i') }",
        "SELECT ?x { ?x schema:worksFor/schema:name ?n }",
        "SELECT ?d { ?x vf:due ?v BIND(xsd:date(?v) AS ?d) }",
        "SELECT ?x { ?x a schema:Person . { SELECT ?x { ?x schema:email ?e } } MINUS { ?x schema:name 'a' } }",
      })
  void admitsQuestions(String sparql) {
    assertThatCode(() -> admit(sparql)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DESCRIBE <urn:x>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR ALL",
        "LOAD <http://127.0.0.1/x>",
        "SELECT * FROM <http://127.0.0.1/x> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:7474/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }",
        "SELECT * { OPTIONAL { { SELECT ?s { SERVICE <http://x/> { ?s ?p ?o } } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://x/> { ?s ?p ?o } } }",
        "SELECT (IF(EXISTS { SERVICE <http://x/> { ?s ?p ?o } }, 1, 2) AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> ?o }",
        "SELECT * { GRAPH ?g { ?s <java:java.lang.System> ?o } }",
        "SELECT * { ?s ?p ?o FILTER(<java:java.lang.System>(?o)) }",
        "SELECT (<http://jena.apache.org/ARQ/function#wait>(9) AS ?x) {}",
        "SELECT * { ?s ?p ?o } ORDER BY <java:x.Y>(?s)",
        "SELECT (SUM(<java:x.Y>(?o)) AS ?n) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER regex(?o, '(a+)+$') }",
        "SELECT * { ?s ?p ?o FILTER regex(?o, ?p) }",
        "SELECT (replace('aaaa', '(a|aa)+$', 'x') AS ?x) {}",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
        "not sparql",
        "",
      })
  void refuses(String sparql) {
    assertThatThrownBy(() -> admit(sparql))
        .isInstanceOf(QuestionRefused.class)
        .hasMessageStartingWith("The question was not asked: ");
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThatThrownBy(() -> admit("SELECT * { ?s ?p '" + "x".repeat(30_000) + "' }"))
        .isInstanceOf(QuestionRefused.class);
    assertThatThrownBy(() -> admit("SELECT * " + "{".repeat(5_000) + "}".repeat(5_000)))
        .isInstanceOf(QuestionRefused.class);
    assertThatThrownBy(() -> admit("ASK { FILTER(" + "!".repeat(9_000) + "true) }"))
        .isInstanceOf(QuestionRefused.class);
  }

  @Test
  void cutsOffRowsAndTime() {
    var model = ModelFactory.createDefaultModel();
    var p = ResourceFactory.createProperty("urn:p");
    IntStream.range(0, 400).forEach(i -> model.createResource("urn:s" + i).addProperty(p, "v" + i));
    var limits = new QuestionLimits(Duration.ofMillis(300), 50, 1_000_000);
    var engine =
        new SparqlEngine(
            DatasetFactory.create(model).asDatasetGraph(), Vocabulary.shipped().prefixes(), limits);

    assertThat(engine.ask("SELECT ?s { ?s ?p ?o }", "1"))
        .isInstanceOfSatisfying(
            Answer.Rows.class,
            rows -> {
              assertThat(rows.rows()).hasSize(50);
              assertThat(rows.truncated()).isTrue();
            });
    assertThatThrownBy(
            () ->
                engine.ask(
                    "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?t ?h }", "1"))
        .isInstanceOf(QuestionRefused.class)
        .hasMessageContaining("took longer");
  }

  @Test
  void textOfAQuestionIsNeverMoreThanText() {
    var engine =
        new SparqlEngine(
            DatasetFactory.create().asDatasetGraph(),
            Vocabulary.shipped().prefixes(),
            QuestionLimits.usual());

    assertThat(
            engine.ask("ASK { ?s schema:name \"x\\\" } ; DROP ALL ; SERVICE <http://x> {\" }", "1"))
        .isEqualTo(new Answer.Verdict("1", false));
  }

  private static void admit(String sparql) {
    SparqlGuard.admit(sparql, Vocabulary.shipped().prefixes());
  }

  @Test
  void saysWhereAQuestionBreaksWithoutTheParsersList() {
    assertThatThrownBy(() -> admit("DELETE WHERE { ?s ?p ?o }"))
        .hasMessage(
            "The question was not asked: it is not SPARQL 1.1: line 1, column 1, cannot go on with"
                + " DELETE WHERE. Correct it there.");
    assertThatThrownBy(() -> admit("SELECT * WHERE {\n ?s ?p"))
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("expecting");
    assertThatThrownBy(() -> admit("SELECT * WHERE { ?s no:thing ?o }"))
        .hasMessageContaining("no:thing");
  }
}
