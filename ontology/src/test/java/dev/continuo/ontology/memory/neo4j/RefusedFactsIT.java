package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.neo4j.Said.day;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.WithheldFact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** What may not become a fact is refused by name, and nothing of it is left in the store. */
@Tag("apart")
class RefusedFactsIT {
  private final String name = TestMemory.unique();
  private final EntityRef jane = Said.person(name);
  private Memory memory;

  @BeforeEach
  void open() {
    memory = TestMemory.open();
  }

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void whatHasNoSourceNoOrderOrNoSlotIsRefusedByNameAndWritesNothing() {
    var without = with(jane, "vcard:role", "a", "", 1, null);
    var elsewhere = with(jane, "vcard:role", "b", "said nowhere", 1, null);
    var inverted = with(jane, "vcard:role", "c", "Jane was c", 9, 3);
    var unknown = with(jane, "continuo:shoeSize", "41", "Jane has 41", 1, null);
    var alien =
        with(
            new EntityRef("continuo:Ghost", "ghost:" + name, "Ghost"),
            "vcard:role",
            "d",
            "A ghost",
            1,
            null);
    var told =
        memory.remember(
            "mail:" + name,
            Said.mail("mail:" + name, inverted, unknown, alien),
            new Generation("test", ""),
            List.of(without, elsewhere, inverted, unknown, alien));

    assertThat(told.accepted()).isEmpty();
    assertThat(told.rejected())
        .extracting(WithheldFact::message)
        .satisfiesExactlyInAnyOrder(
            why -> assertThat(why).contains("no sentence in the source"),
            why -> assertThat(why).contains("does not contain the sentence 'said nowhere'"),
            why -> assertThat(why).contains("ends before it begins"),
            why -> assertThat(why).contains("'continuo:shoeSize' is not a predicate"),
            why -> assertThat(why).contains("'continuo:Ghost' is not a kind"));
    assertThat(memory.entity(jane.key())).isEmpty();
    assertThat(left()).isEmpty();
    assertThat(memory.withheld(WithheldFact.Status.REJECTED, 50))
        .filteredOn(fact -> fact.episodeKey().equals("mail:" + name))
        .hasSize(5);
  }

  @Test
  void aGoodFactBesideRefusedOnesIsWritten() {
    var good = fact(jane, "vcard:role", "designer", 1, MAIL);
    var inverted = with(jane, "vcard:language", "de", "Jane spoke de", 9, 3);
    var told =
        memory.remember(
            "mail:" + name,
            Said.mail("mail:" + name, good, inverted),
            new Generation("test", ""),
            List.of(good, inverted));
    assertThat(told.accepted()).hasSize(1);
    assertThat(told.rejected()).hasSize(1);
    assertThat(memory.facts(memory.entity(jane.key()).orElseThrow().id())).hasSize(1);
    assertThat(left()).allMatch(node -> !node.contains("vcard:language"));
  }

  /** Keys, slots, entities and facts that carry the name. */
  private List<String> left() {
    var at = TestMemory.address();
    try (var driver =
            GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
        var session = driver.session()) {
      return session
          .run(
              """
              MATCH (n:Key|Slot|Entity|Fact)
              WHERE coalesce(n.key, n.slotKey, '') CONTAINS $name
              RETURN head(labels(n)) + ' ' + coalesce(n.key, n.slotKey) AS left
              """,
              Map.of("name", name))
          .list(r -> r.get("left").asString());
    }
  }

  private static FactProposal with(
      EntityRef subject, String predicate, String value, String quote, int from, Integer to) {
    return new FactProposal(
        subject,
        predicate,
        new FactValue.Text(value),
        day(from),
        to == null ? null : day(to),
        0.9,
        Evidence.of(quote),
        MAIL);
  }
}
