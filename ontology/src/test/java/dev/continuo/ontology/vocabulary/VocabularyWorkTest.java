package dev.continuo.ontology.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.shape.Statement;
import dev.continuo.ontology.shape.Term;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of a one-person company's work. */
class VocabularyWorkTest {
  private final Vocabulary shipped = Vocabulary.shipped();

  @ParameterizedTest
  @CsvSource({
    "person, schema:Person", "organisation, org:Organization", "membership, org:Membership",
    "client relation, continuo:ClientRelation", "lead, continuo:Lead", "proposal, vf:Proposal",
    "agreement, vf:Agreement", "clause, odrl:Duty", "milestone, continuo:Milestone",
    "commitment, vf:Commitment", "invoice, schema:Invoice", "payment, vf:EconomicEvent",
    "message, schema:EmailMessage", "meeting, schema:Event", "preference, continuo:Preference",
    "decision, continuo:Decision", "approval, continuo:Approval", "signal, sosa:Observation",
    "document, schema:DigitalDocument",
  })
  void hasAKindWithShapeFor(String label, String curie) {
    assertThat(shipped.kind(curie)).hasValueSatisfying(k -> assertThat(k.label()).isEqualTo(label));
    assertThat(shipped.predicates()).anyMatch(p -> p.domains().contains(curie));
  }

  @ParameterizedTest
  @CsvSource({"fee", "payment terms", "notice", "renewal", "cap", "jurisdiction"})
  void knowsClausesOn(String kind) {
    assertThat(clause(kind)).isEmpty();
  }

  @Test
  void aClauseOnSomethingElseIsRefusedInPlainWords() {
    assertThat(clause("weather"))
        .singleElement()
        .asString()
        .startsWith("A clause is on fee, payment terms, notice");
  }

  @Test
  void anInvoiceNeedsNumberReceiverAndAmount() {
    assertThat(messages(List.of(Statement.type("urn:x:1", "https://schema.org/Invoice"))))
        .containsExactlyInAnyOrder(
            "An invoice needs its number.",
            "An invoice needs exactly one person or organisation that it goes to.",
            "An invoice needs exactly one amount of money that is not below zero.");
  }

  @Test
  void theChangelogEndsWithTheVersionInUse() {
    assertThat(Vocabulary.changes())
        .last()
        .satisfies(
            change -> {
              assertThat(change.version()).isEqualTo(shipped.version());
              assertThat(change.words()).contains("documents");
            });
  }

  private static List<String> clause(String kind) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.type("urn:x:1", "http://www.w3.org/ns/odrl/2/Duty"));
    statements.add(Statement.type("urn:x:2", "https://w3id.org/valueflows/ont/vf#Agreement"));
    statements.add(
        new Statement(
            "urn:x:1", "https://w3id.org/valueflows/ont/vf#clauseOf", new Term.Thing("urn:x:2")));
    statements.add(text("https://continuo.dev/ns#clauseKind", kind));
    statements.add(text("https://schema.org/description", "30 days from receipt"));
    return messages(statements);
  }

  private static Statement text(String predicate, String value) {
    return new Statement(
        "urn:x:1", predicate, new Term.Literal(value, "http://www.w3.org/2001/XMLSchema#string"));
  }

  private static List<String> messages(List<Statement> statements) {
    return Shapes.shipped().check(statements).stream().map(v -> v.message()).toList();
  }
}
