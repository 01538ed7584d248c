package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static dev.continuo.ontology.memory.neo4j.Said.remember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.AdoptedExtension;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.VocabularyReport;
import dev.continuo.ontology.vocabulary.Renaming;
import dev.continuo.ontology.vocabulary.VocabularyChange;
import dev.continuo.ontology.vocabulary.VocabularyRefused;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

@Tag("apart")
class VocabulariesIT {
  private static final String BOATS =
      """
      @prefix my: <https://acme.example/terms#> .
      @prefix continuo: <https://continuo.dev/ns#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://acme.example/terms> a owl:Ontology ; owl:versionInfo "1" .
      my:sails a owl:DatatypeProperty ; rdfs:label "sails" ; continuo:slot continuo:Set ;
          schema:domainIncludes schema:Person ; schema:rangeIncludes xsd:string .
      my:SailorShape a sh:NodeShape ; sh:targetClass schema:Person ;
          sh:property [ sh:path my:sails ; sh:maxLength 10 ; sh:message "A boat has a short name." ] .
      """;

  private static Memory memory;

  private final String name = TestMemory.unique();
  private final EntityRef jane = Said.person(name);
  private final EntityRef lead = new EntityRef("continuo:Lead", "lead:" + name, "Lead " + name);

  @BeforeAll
  static void open() {
    memory = TestMemory.open();
  }

  @AfterAll
  static void close() {
    memory.vocabularies().adopt("", "test");
    memory.close();
  }

  @Test
  void anExtensionTakesEffectWhenItIsSoundAndIsThereAfterARestart() {
    memory.vocabularies().adopt("", "test");
    assertThat(remember(memory, fact(jane, "my:sails", "Ida", 1, MAIL)).rejected())
        .singleElement()
        .satisfies(w -> assertThat(w.code()).isEqualTo("unknown-predicate"));
    assertThat(memory.vocabularies().check(BOATS).isClean()).isTrue();
    assertThat(memory.vocabularies().current().predicate("my:sails")).isEmpty();

    var report = memory.vocabularies().adopt(BOATS, "owner");

    assertThat(report.applied()).isTrue();
    assertThat(report.version()).isEqualTo("3+1");
    var told =
        remember(
            memory,
            fact(jane, "my:sails", "Ida", 1, MAIL),
            fact(jane, "my:sails", "A very long name", 1, MAIL));
    assertThat(told.accepted()).hasSize(1);
    assertThat(told.rejected())
        .singleElement()
        .satisfies(w -> assertThat(w.message()).isEqualTo("A boat has a short name."));
    try (var again = TestMemory.open()) {
      assertThat(again.vocabularies().current().version()).isEqualTo("3+1");
      assertThat(again.vocabularies().extension().turtle()).isEqualTo(BOATS);
    }

    assertThatThrownBy(() -> memory.vocabularies().adopt("", "owner"))
        .isInstanceOf(VocabularyRefused.class)
        .hasMessageContaining("my:sails is no predicate any more");
    assertThat(memory.vocabularies().check("").obstacles())
        .extracting(VocabularyReport.Obstacle::factId)
        .contains(told.accepted().getFirst());
    memory.retract(
        "undo:" + name,
        told.accepted().getFirst(),
        Said.mail("why:" + name, fact(jane, "x", "y", 1, MAIL)),
        new dev.continuo.ontology.memory.Generation("owner", ""));
    assertThat(memory.vocabularies().adopt("", "owner").version()).isEqualTo("3");
    assertThat(memory.vocabularies().history(2))
        .extracting(AdoptedExtension::who, AdoptedExtension::turtle)
        .containsExactly(tuple("owner", ""), tuple("owner", BOATS));
  }

  @Test
  void anUnsoundExtensionChangesNothing() {
    var before = memory.vocabularies().current().version();

    assertThatThrownBy(
            () -> memory.vocabularies().adopt(BOATS.replace("continuo:Set", "continuo:Maybe"), "o"))
        .isInstanceOf(VocabularyRefused.class)
        .hasMessageContaining("must say");
    assertThat(memory.vocabularies().check("<!DOCTYPE x>").findings()).isNotEmpty();
    assertThat(memory.vocabularies().current().version()).isEqualTo(before);
  }

  @Test
  void storedFactsAreCarriedOverOnceAfterADryRun() {
    var told =
        remember(
            memory,
            link(lead, "continuo:prospect", jane, 1),
            fact(lead, "continuo:source", "fair " + name, 1, MAIL),
            fact(lead, "continuo:state", "new", 1, MAIL));
    var id = told.entityIds().get(lead.key());
    var changes =
        List.of(
            change(new Renaming("continuo:source", "continuo:origin", Map.of())),
            change(
                new Renaming(
                    "continuo:origin", "schema:headline", Map.of("fair " + name, "Fair"))));
    try (var store = store()) {
      var vocabularies = new Neo4jVocabularies(store, InstantSource.system(), changes);

      var dry = vocabularies.dryRun();
      assertThat(dry.applied()).isFalse();
      assertThat(dry.changes())
          .filteredOn(c -> c.before().contains(name))
          .singleElement()
          .satisfies(
              c -> {
                assertThat(c.before())
                    .isEqualTo("Lead " + name + " came through fair " + name + ".");
                assertThat(c.after()).isEqualTo("Lead " + name + " has the subject Fair.");
              });
      assertThat(predicates(id)).contains("continuo:source").doesNotContain("schema:headline");

      var done = vocabularies.migrate("owner");
      assertThat(done.applied()).isTrue();
      assertThat(done.changes()).isEqualTo(dry.changes());
      assertThat(predicates(id)).contains("schema:headline").doesNotContain("continuo:source");
      var now =
          memory.facts(id).stream()
              .filter(f -> f.predicate().equals("schema:headline"))
              .findFirst();
      assertThat(now.orElseThrow().value().words()).isEqualTo("Fair");
      assertThat(now.orElseThrow().quote()).isEqualTo("Lead " + name + " fair " + name);
      assertThat(memory.fact(now.orElseThrow().factId()).orElseThrow().supersedes())
          .extracting(Fact::predicate)
          .containsExactly("continuo:source");

      assertThat(vocabularies.migrate("owner").changes()).isEmpty();
      assertThat(vocabularies.dryRun().changes()).isEmpty();
    }
  }

  @Test
  void whatHasNoPlaceInTheNewWordsIsReportedAndStays() {
    var told =
        remember(
            memory,
            link(lead, "continuo:prospect", jane, 1),
            fact(lead, "continuo:source", "fair " + name, 1, MAIL));
    try (var store = store()) {
      var vocabularies =
          new Neo4jVocabularies(
              store,
              InstantSource.system(),
              List.of(change(new Renaming("continuo:source", "vcard:role", Map.of()))));

      assertThat(vocabularies.migrate("owner").obstacles())
          .filteredOn(o -> o.sentence().contains(name))
          .singleElement()
          .satisfies(o -> assertThat(o.why()).contains("not of lead"));
      assertThat(predicates(told.entityIds().get(lead.key()))).contains("continuo:source");
    }
  }

  private static List<String> predicates(String id) {
    return memory.facts(id).stream().map(Fact::predicate).toList();
  }

  private static VocabularyChange change(Renaming renaming) {
    return new VocabularyChange("3", LocalDate.EPOCH, "test", List.of(renaming));
  }

  private static Store store() {
    var at = TestMemory.address();
    return new Store(
        GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password())),
        Activities.none());
  }
}
