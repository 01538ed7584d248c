package dev.continuo.ontology.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.shape.Statement;
import dev.continuo.ontology.shape.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionTest {
  private static final String HEAD =
      """
      @prefix my: <https://acme.example/terms#> .
      @prefix continuo: <https://continuo.dev/ns#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://acme.example/terms> a owl:Ontology ; owl:versionInfo "3" .
      """;

  static final String SOUND =
      HEAD
          + """
          my:Boat a owl:Class ; rdfs:label "boat" ; continuo:nodeLabel "Boat" .
          my:sails a owl:ObjectProperty ; rdfs:label "sails" ; continuo:slot continuo:Set ;
              schema:domainIncludes schema:Person ; schema:rangeIncludes my:Boat .
          my:length a owl:DatatypeProperty ; rdfs:label "is long" ;
              continuo:slot continuo:Functional ; schema:domainIncludes my:Boat ;
              schema:rangeIncludes xsd:decimal .
          my:BoatShape a sh:NodeShape ; sh:targetClass my:Boat ;
              sh:property [ sh:path my:length ; sh:maxInclusive 400 ;
                            sh:message "A boat is at most 400 metres long." ] .
          """;

  @Test
  void addsTermsAndShapesOfTheOperator() {
    var extension = Extension.read(SOUND);

    assertThat(extension.own()).containsExactlyInAnyOrder("my:Boat", "my:sails", "my:length");
    assertThat(extension.vocabulary().version()).isEqualTo("3+3");
    assertThat(extension.vocabulary().predicate("my:sails").orElseThrow().edgeType())
        .isEqualTo("SAILS");
    assertThat(extension.vocabulary().predicate("schema:worksFor")).isPresent();
    assertThat(
            Shapes.shippedWith(SOUND)
                .check(
                    List.of(
                        Statement.type("urn:x:1", "https://acme.example/terms#Boat"),
                        new Statement(
                            "urn:x:1",
                            "https://acme.example/terms#length",
                            new Term.Literal("500", "http://www.w3.org/2001/XMLSchema#decimal")))))
        .extracting(v -> v.message())
        .containsExactly("A boat is at most 400 metres long.");
  }

  @Test
  void blankTextIsNoExtension() {
    assertThat(Extension.read("  ").vocabulary().version())
        .isEqualTo(Vocabulary.shipped().version());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <https://acme.example/terms> owl:imports <https://evil.example/> . | it imports another file
          my:x a owl:DatatypeProperty ; rdfs:label "x" ; schema:rangeIncludes xsd:string . | must say continuo:slot
          my:X a owl:Class ; rdfs:label "x" . | needs a continuo:nodeLabel
          my:X a owl:Class ; rdfs:label "x" ; continuo:nodeLabel "Person" . | the node label Person is used 2 times
          my:X a owl:Class ; rdfs:label "x" ; continuo:nodeLabel "Fact" . | which is not usable
          my:X a owl:Class ; rdfs:label "x" ; continuo:nodeLabel "B`) DETACH DELETE n //" . | which is not usable
          schema:name continuo:slot continuo:Set . | which is not yours
          <https://other.example/x> a owl:Class ; rdfs:label "x" ; continuo:nodeLabel "Other" . | is not in the namespace
          my:S a sh:NodeShape ; sh:targetClass schema:Person ; sh:property [ sh:path schema:name ; sh:minCount 1 ] . | has no sh:message
          my:S a sh:NodeShape ; sh:targetClass schema:Thing . | which is no kind of the vocabulary
          my:S a sh:NodeShape ; sh:targetClass schema:Person ; sh:property [ sh:path my:y ; sh:message "m" ] . | which is no predicate of the vocabulary
          my:S a sh:NodeShape ; sh:targetClass schema:Person ; sh:sparql [ sh:select "SELECT $this {}" ] . | sh:sparql, which is not allowed
          my:S a sh:NodeShape ; sh:targetClass schema:Person ; sh:property [ sh:path schema:name ; sh:message "m" ; sh:pattern "(a+)+$" ] . | could run without end
          my:S a sh:NodeShape ; sh:targetClass schema:Person ; sh:property [ sh:path schema:name ; sh:message "m" ; sh:pattern "(" ] . | is not a regular expression
          my:S a sh:NodeShape ; sh:targetClass schema:Person ; sh:property [ sh:path schema:name ; sh:message "m" ; sh:minCount "x" ] . | its shapes cannot be read
          @prefix org: <https://evil.example/> . my:x rdfs:label "x" . | the prefix org: must mean
          """)
  void refusesByName(String turtle, String finding) {
    assertThat(Extension.findings(HEAD + turtle)).anyMatch(found -> found.contains(finding));
  }

  @ParameterizedTest
  @CsvSource({
    "<!DOCTYPE x [<!ENTITY a 'b'>]><rdf:RDF/>, document type",
    "<?xml version='1.0'?><rdf:RDF/>, it is XML",
    "this is not turtle, it is not Turtle",
  })
  void refusesWhatIsNotTurtle(String text, String finding) {
    assertThatThrownBy(() -> Extension.read(text))
        .isInstanceOf(VocabularyRefused.class)
        .hasMessageContaining(finding);
  }

  @Test
  void saysEverythingAtOnce() {
    var findings =
        Extension.findings(
            HEAD
                + "my:x a owl:DatatypeProperty . my:Y a owl:Class ; continuo:nodeLabel \"Fact\" .");

    assertThat(findings).hasSizeGreaterThan(2);
  }
}
