package dev.continuo.ontology.shape.jena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of the public suite, on a small one of our own. */
class ShaclSuiteTest {
  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix sht: <http://www.w3.org/ns/shacl-test#> .
      @prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix : <urn:s:> .
      """;

  @TempDir Path folder;

  @Test
  void findsWhatJenaFinds() throws IOException {
    file("manifest.ttl", "<> a mf:Manifest ; mf:include <property.ttl> , <apart.ttl> .");
    file(
        "property.ttl",
        """
        <#one> a sht:Validate ; mf:action [ sht:dataGraph <> ; sht:shapesGraph <> ] ; mf:status sht:approved .
        :Shape a sh:NodeShape ; sh:targetClass :Invoice ;
          sh:property [ sh:path :amount ; sh:minCount 1 ; sh:datatype xsd:decimal ] ;
          sh:not [ sh:property [ sh:path :void ; sh:hasValue true ] ] .
        :good a :Invoice ; :amount 3.5 .
        :none a :Invoice .
        :word a :Invoice ; :amount "three" ; :void true .
        """);
    file(
        "apart.ttl",
        "<#two> a sht:Validate ; mf:action [ sht:dataGraph <apart-data.ttl> ; sht:shapesGraph <property.ttl> ] .");
    file("apart-data.ttl", ":other a :Invoice ; :amount 1.0 , 2 .");
    file(
        "broken.ttl",
        """
        <#three> a sht:Validate ; mf:action [ sht:dataGraph <> ; sht:shapesGraph <> ] ; mf:result sht:Failure .
        :Twice a sh:NodeShape ; sh:targetNode :x ; sh:property [ sh:minCount 1 ] .
        """);

    var suite = ShaclSuite.run(folder);
    assertThat(suite.different()).isEmpty();
    assertThat(suite.compared()).as("the broken one is not compared").isEqualTo(2);
    assertThat(suite.toString()).contains("1 that Jena does not read");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), PREFIXES + text);
  }
}
