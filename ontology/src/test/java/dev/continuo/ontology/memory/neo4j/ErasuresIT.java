package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.neo4j.Said.MARCH;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.ErasureRefused;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

@Tag("apart")
class ErasuresIT {
  private static Memory memory;

  private final String name = TestMemory.unique();
  private final EntityRef jane =
      new EntityRef("schema:Person", "mailto:" + name + "@acme.example", "Jane " + name);
  private final EntityRef bob =
      new EntityRef("schema:Person", "mailto:bob@other" + TestMemory.unique() + ".example", "Bob");
  private final EntityRef owner =
      new EntityRef("schema:Person", "mailto:owner@mine.example", "Owner");
  private final EntityRef request =
      new EntityRef("continuo:Request", "request:" + name, "Website for " + name);
  private final EntityRef message =
      new EntityRef("schema:EmailMessage", "message:" + name, "Offer " + name);

  @BeforeAll
  static void open() {
    memory = TestMemory.open();
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @Test
  void leavesNoWordOfTheClientAnywhere() {
    var told = client();
    attach(told.episodeKey());
    assertThat(everywhere(name)).isPositive();
    var preview = memory.erasures().preview(Set.of(told.entityIds().get(jane.key())));
    assertThat(preview.entities())
        .extracting(e -> e.kind())
        .containsExactlyInAnyOrder("schema:Person", "continuo:Request", "schema:EmailMessage");
    assertThat(preview.documentIds()).containsExactly("doc-" + name);
    assertThat(preview.vectors()).isEqualTo(2);

    var erased =
        memory
            .erasures()
            .erase(
                "erasure:1" + bob.key(),
                Set.of(told.entityIds().get(jane.key())),
                "owner",
                "asked");

    assertThat(everywhere(name)).isZero();
    assertThat(erased.documentIds()).containsExactly("doc-" + name);
    assertThat(erased.writeKeys()).contains(told.key());
    assertThat(erased.entityKeys()).contains(jane.key(), request.key(), message.key());
    assertThat(erased.names()).contains(jane.label());
    assertThat(erased.proof().entities()).isEqualTo(3);
    assertThat(memory.erasures().proof("erasure:1" + bob.key())).hasValue(erased.proof());
    assertThat(memory.entity(jane.key())).isEmpty();
    assertThat(memory.entity(owner.key())).isPresent();
    assertThat(
            memory
                .erasures()
                .erase("erasure:1" + bob.key(), Set.of("e-any"), "owner", "asked")
                .proof())
        .isEqualTo(erased.proof());
  }

  @Test
  void anErasedWriteIsNeverDoneAgain() {
    var told = client();
    memory
        .erasures()
        .erase("erasure:2" + bob.key(), Set.of(told.entityIds().get(jane.key())), "owner", "");

    var again =
        memory.remember(
            told.key(),
            new Episode(told.episodeKey(), "mail", MARCH, null, "T", "It is " + name),
            new Generation("intake", ""),
            List.of(fact(jane, "schema:name", "x", 1, MAIL)));

    assertThat(again.accepted()).isEmpty();
    assertThat(everywhere(name)).isZero();
  }

  @Test
  void whatOthersStandOnIsMaskedAroundTheirSentence() {
    var secret = fact(jane, "continuo:prefers", "tea", 1, MAIL);
    var theirs = fact(bob, "continuo:prefers", "coffee", 1, MAIL);
    var key = "note:" + TestMemory.unique();
    var text = "Jane " + name + " tea. And then Bob coffee, says Jane " + name + ".";
    var told =
        memory.remember(
            key,
            new Episode(key, "note", MARCH, "shared-doc", "Jane " + name + " and Bob", text),
            new Generation("intake", ""),
            List.of(secret, theirs));
    var bobs = told.entityIds().get(bob.key());

    var erased =
        memory
            .erasures()
            .erase("erasure:3" + bob.key(), Set.of(told.entityIds().get(jane.key())), "owner", "");

    assertThat(everywhere(name)).isZero();
    assertThat(erased.proof().masked()).isEqualTo(1);
    assertThat(erased.documentIds()).containsExactly("shared-doc");
    var kept = memory.fact(memory.facts(bobs).getFirst().factId()).orElseThrow();
    assertThat(kept.source().text())
        .hasSameSizeAs(text)
        .contains("Bob coffee")
        .doesNotContain("tea", "then");
    assertThat(kept.source().text().substring(kept.evidence().start(), kept.evidence().end()))
        .isEqualTo("Bob coffee");
  }

  @Test
  void nobodyIsErasedByMistake() {
    assertThatThrownBy(() -> memory.erasures().erase("erasure:4" + name, Set.of("e-none"), "o", ""))
        .isInstanceOf(ErasureRefused.class);
    assertThat(memory.erasures().proof("erasure:4" + name)).isEmpty();
  }

  private Remembered client() {
    FactProposal[] facts = {
      fact(jane, "schema:name", jane.label(), 1, MAIL),
      fact(jane, "vcard:role", "no role", 1, MAIL),
      fact(jane, "schema:email", "wrong " + name, 1, MAIL),
      fact(request, "continuo:requestKind", "quote", 1, MAIL),
      link(request, "continuo:requestedBy", jane, 1),
      link(request, "continuo:arrivedIn", message, 1),
      link(message, "schema:sender", jane, 1),
      link(message, "schema:recipient", owner, 1),
      fact(owner, "schema:name", "Owner", 1, MAIL),
    };
    var key = "mail:" + name;
    var mail = Said.mail(key, facts);
    var told =
        memory.remember(
            "write:" + name,
            new Episode(key, "mail", MARCH, "doc-" + name, mail.title(), mail.text()),
            new Generation("intake", ""),
            List.of(java.util.Arrays.copyOf(facts, facts.length - 1)));
    Said.remember(memory, fact(owner, "schema:name", "Owner", 1, MAIL));
    memory.retract(
        "retract:" + name,
        told.accepted().get(1),
        new Episode("why:" + name, "note", MARCH, null, "Why", "not " + name),
        new Generation("owner", name));
    return told;
  }

  /** A vector and a roll-up as others keep them. */
  private void attach(String episodeKey) {
    run(
        "MATCH (ep:Episode {key: $key}) CREATE (:Vector {text: $name})-[:OF]->(ep) "
            + "CREATE (:Rollup {text: $name, sources: [$key]})",
        Map.of("key", episodeKey, "name", name));
  }

  /** In how many nodes and edges any property has that text. */
  private static long everywhere(String text) {
    return run(
        """
        CALL () {
          MATCH (n) WHERE any(p IN keys(n) WHERE toStringOrNull(n[p]) CONTAINS $text
            OR CASE WHEN n[p] IS :: LIST<ANY> THEN any(v IN n[p] WHERE toString(v) CONTAINS $text)
                    ELSE false END)
          RETURN count(n) AS n
          UNION ALL
          MATCH ()-[n]->() WHERE any(p IN keys(n) WHERE toStringOrNull(n[p]) CONTAINS $text)
          RETURN count(n) AS n
        }
        RETURN sum(n) AS n
        """,
        Map.of("text", text));
  }

  private static long run(String cypher, Map<String, Object> parameters) {
    var address = TestMemory.address();
    try (var driver =
            GraphDatabase.driver(
                address.boltUri(), AuthTokens.basic(address.user(), address.password()));
        var session = driver.session()) {
      var rows = session.run(cypher, parameters).list();
      return rows.isEmpty() ? 0 : rows.getFirst().get(0).asLong();
    }
  }
}
