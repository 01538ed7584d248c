package dev.continuo.ontology.exchange.jena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of the public suite, on a small one of our own. */
class SparqlSuiteTest {
  @TempDir Path folder;

  @Test
  void answersWhatJenaAnswersAndRefusesTheRest() throws IOException {
    file(
        "manifest.ttl",
        """
        @prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
        @prefix qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#> .
        <> a mf:Manifest ; mf:entries (<#names> <#owed> <#graph> <#now> <#made> <#syntax>) .
        <#names> a mf:QueryEvaluationTest ; mf:action [ qt:query <names.rq> ; qt:data <data.ttl> ] .
        <#owed> a mf:QueryEvaluationTest ; mf:action [ qt:query <owed.rq> ; qt:data <data.ttl> ] .
        <#graph> a mf:QueryEvaluationTest ;
          mf:action [ qt:query <graph.rq> ; qt:data <data.ttl> ; qt:graphData <other.ttl> ] .
        <#now> a mf:QueryEvaluationTest ; mf:action [ qt:query <now.rq> ; qt:data <data.ttl> ] .
        <#made> a mf:QueryEvaluationTest ; mf:action [ qt:query <made.rq> ; qt:data <data.ttl> ] .
        <#syntax> a mf:NegativeSyntaxTest11 ; mf:action <names.rq> .
        """);
    file(
        "data.ttl",
        """
        @prefix : <urn:s:> .
        :a :name "Ann"@en ; :owes 3 , 4.5 ; :knows _:b . _:b :name "Bo" .
        """);
    file("other.ttl", "<urn:s:c> <urn:s:name> \"Cy\" .");
    file("names.rq", "SELECT ?x ?n { ?x <urn:s:name> ?n OPTIONAL { ?x <urn:s:owes> ?o } }");
    file("owed.rq", "ASK { ?x <urn:s:owes> ?o FILTER(?o > 4) }");
    file("graph.rq", "SELECT * { GRAPH ?g { ?x <urn:s:name> ?n } }");
    file("now.rq", "SELECT (NOW() AS ?t) (RAND() AS ?r) {}");
    file("made.rq", "CONSTRUCT { ?x a <urn:s:X> } WHERE { ?x <urn:s:name> ?n }");

    var suite = SparqlSuite.run(folder);
    assertThat(suite.different()).isEmpty();
    assertThat(suite.equal()).isEqualTo(4);
    assertThat(suite.refused().values()).containsExactly(1);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
