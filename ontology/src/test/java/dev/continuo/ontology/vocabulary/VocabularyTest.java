package dev.continuo.ontology.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.vocabulary.jena.TurtleVocabulary;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private static final String PREFIXES =
      """
      @prefix continuo: <https://continuo.dev/ns#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://example.org/v> a owl:Ontology ; owl:versionInfo "7" .
      """;

  private final Vocabulary shipped = Vocabulary.shipped();

  @Test
  void knowsPartiesRequestsCommitmentsAndMessages() {
    assertThat(shipped.kinds())
        .extracting(EntityKind::curie)
        .contains(
            "schema:Person",
            "org:Organization",
            "continuo:Request",
            "vf:Commitment",
            "vf:Agreement",
            "schema:EmailMessage");
    assertThat(shipped.version()).isEqualTo("3");
  }

  @Test
  void saysOfEachPredicateHowItsValuesLiveTogether() {
    assertThat(shipped.predicate("schema:worksFor"))
        .hasValueSatisfying(
            worksFor -> {
              assertThat(worksFor.slots()).isEqualTo(SlotKind.FUNCTIONAL);
              assertThat(worksFor.type()).isEqualTo(ValueType.REF);
              assertThat(worksFor.refKinds()).containsExactly("org:Organization");
              assertThat(worksFor.edgeType()).isEqualTo("WORKS_FOR");
              assertThat(worksFor.iri()).isEqualTo("https://schema.org/worksFor");
            });
    assertThat(shipped.predicate("schema:email"))
        .hasValueSatisfying(
            email -> {
              assertThat(email.slots()).isEqualTo(SlotKind.SET);
              assertThat(email.type()).isEqualTo(ValueType.TEXT);
            });
  }

  @Test
  void hasLabelsAndRelationshipTypesThatAreSafeInTheStore() {
    assertThat(shipped.kinds()).allSatisfy(k -> assertThat(k.nodeLabel()).matches("[A-Za-z]+"));
    assertThat(shipped.predicates())
        .allSatisfy(p -> assertThat(p.edgeType()).matches("[A-Z][A-Z_]+"));
  }

  @Test
  void refusesEverythingThatIsWrongAtOnce() {
    var turtle =
        PREFIXES
            + """
            continuo:Fact a owl:Class ; rdfs:label "x" ; continuo:nodeLabel "Fact" .
            continuo:Bad a owl:Class ; rdfs:label "x" ; continuo:nodeLabel "Bad`) DETACH DELETE n" .
            continuo:noSlot a owl:DatatypeProperty ; rdfs:label "x" ; continuo:slot continuo:Maybe ;
                schema:rangeIncludes xsd:string .
            continuo:noRange a owl:DatatypeProperty ; rdfs:label "x" ; continuo:slot continuo:Set .
            continuo:stranger a owl:ObjectProperty ; continuo:slot continuo:Set ;
                schema:rangeIncludes schema:Thing .
            """;

    assertThatThrownBy(() -> read(turtle))
        .isInstanceOf(VocabularyRefused.class)
        .hasMessageContaining("continuo:Fact has the node label 'Fact', which is not usable")
        .hasMessageContaining("Bad`) DETACH DELETE n")
        .hasMessageContaining("continuo:noSlot must say")
        .hasMessageContaining("continuo:noRange needs exactly one known datatype")
        .hasMessageContaining("continuo:stranger has no rdfs:label")
        .hasMessageContaining("speaks of schema:Thing, which is no kind");
  }

  @Test
  void refusesWhatIsNotTurtle() {
    assertThatThrownBy(() -> read("this is not turtle"))
        .isInstanceOf(VocabularyRefused.class)
        .hasMessageContaining("it is not Turtle");
  }

  private static Vocabulary read(String turtle) {
    return TurtleVocabulary.read(
        "test.ttl", new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)));
  }
}
