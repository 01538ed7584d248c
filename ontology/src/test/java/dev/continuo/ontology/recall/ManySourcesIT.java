package dev.continuo.ontology.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.neo4j.OwnStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A new source is found soon, however much waits beside it and whatever else memory is full of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class ManySourcesIT {
  private static final int IMPORTED = 10_000;
  private static final int AT_ONCE = 20;
  private static final String NOTICE =
      "Either party may end this retainer with three months of notice.";
  private static final String ASKED = "How many months of notice does the retainer have?";
  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");

  private Memory memory;
  private Recall recall;
  private Driver driver;

  @BeforeAll
  void start() {
    var at = OwnStore.emptied();
    driver = GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
    memory = Memory.open(at);
    recall =
        Recall.open(at, () -> memory.vocabularies().current(), new Picky(), InstantSource.system());
  }

  @BeforeEach
  void empty() {
    OwnStore.empty();
  }

  @AfterAll
  void end() {
    driver.close();
    recall.close();
    memory.close();
  }

  @Test
  void aDocumentDoesNotQueueBehindAnImport() {
    notes(IMPORTED, "2026-03-01T00:00:00Z");
    document("retainer", NOTICE);
    notes(IMPORTED, "2036-03-01T00:00:00Z");
    document("offer", "The offer of the lighthouse is good until May.");

    assertThat(recall.index(AT_ONCE)).isEqualTo(AT_ONCE);
    assertThat(read()).contains("document:retainer", "document:offer");
    assertThat(texts(ASKED)).anyMatch(text -> text.contains(NOTICE));
    assertThat(read())
        .as("each fourth is one that waits longest, so nobody waits for good")
        .contains("note:2026-03-01T00:00:00Z:1", "note:2036-03-01T00:00:00Z:" + IMPORTED);
  }

  @Test
  void lookingAtNothingFindsNothingHoweverOften() {
    notes(IMPORTED, "2026-03-01T00:00:00Z");
    run("MATCH (ep:Unread) CALL (ep) { REMOVE ep:Unread } IN TRANSACTIONS OF 1000 ROWS");
    long started = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      assertThat(recall.index(AT_ONCE)).isZero();
    }
    double each = (System.nanoTime() - started) / 50e6;
    System.out.printf("A look at nothing beside %,d sources: %.1f ms%n", IMPORTED, each);
  }

  @Test
  void aVeryLongSourceIsReadInPartsAndOthersComeBetween() {
    document(
        "long",
        IntStream.range(0, 6_000)
            .mapToObj(i -> "Paragraph " + i + " says that the harbour is open on that day.")
            .collect(Collectors.joining(" ")));
    assertThat(recall.index(AT_ONCE)).isEqualTo(1);
    assertThat(unread()).as("there is more of it").containsExactly("document:long");
    document("retainer", NOTICE);
    recall.index(AT_ONCE);
    assertThat(unread()).containsExactly("document:long");
    assertThat(texts(ASKED)).anyMatch(text -> text.contains(NOTICE));

    int looks = readAll();
    assertThat(looks).isGreaterThan(3);
    assertThat(number("MATCH (p:Passage) WHERE p.id STARTS WITH 'document:long' RETURN count(p)"))
        .isEqualTo(
            number(
                "MATCH (p:Passage) WHERE p.id STARTS WITH 'document:long' RETURN max(p.ordinal)+1"))
        .isGreaterThan(500);
    assertThat(texts("What does paragraph 5999 say of the harbour?"))
        .anyMatch(text -> text.contains("Paragraph 5999"));
  }

  @Test
  void aSourceThatTheStoreDoesNotTakeHoldsNobodyUp() {
    document("poison", Picky.POISON);
    document("retainer", NOTICE);
    document("offer", "The offer of the lighthouse is good until May.");
    assertThatThrownBy(() -> recall.index(AT_ONCE)).isInstanceOf(MemoryFailed.class);
    readAll();
    assertThat(unread()).containsExactly("document:poison");
    assertThat(texts(ASKED)).anyMatch(text -> text.contains(NOTICE));
  }

  @Test
  void whatIsLeftOfAMaskedSourceIsReadAgain() {
    var jane = person("Jane Quist");
    var paul = person("Paul Berg");
    var both =
        List.of(
            role(jane, "designer", "Jane Quist is the designer."),
            role(paul, "carpenter", "Paul Berg is the carpenter."));
    remember("both", "note", "Jane Quist is the designer.\nPaul Berg is the carpenter.", both);
    readAll();
    var id = memory.entity(jane.key()).orElseThrow().id();
    memory.erasures().erase("erase-1", Set.of(id), "owner", "asked");
    readAll();
    assertThat(texts("What did the note say of the carpenter?"))
        .anyMatch(text -> text.contains("Paul Berg is the carpenter"))
        .noneMatch(text -> text.contains("Jane"));
  }

  /** Clauses and people whose names are words of the question are no reason to look only there. */
  @Test
  void namesThatAreAlsoWordsDoNotCrowdOutThePassageThatAnswers() {
    for (int i = 0; i < 60; i++) {
      var contract = new EntityRef("vf:Agreement", "agreement:" + i, "Contract " + i);
      var clause = new EntityRef("odrl:Duty", "clause:" + i, i == 0 ? "Notice" : "Notice " + i);
      String said = "Contract %d has a notice of %d days, many months ahead.".formatted(i, i);
      remember(
          "contract:" + i,
          "mail",
          said,
          List.of(
              fact(clause, "vf:clauseOf", new FactValue.Ref(contract), said),
              fact(clause, "continuo:clauseKind", new FactValue.Text("notice"), said),
              fact(clause, "schema:description", new FactValue.Text(said), said)));
    }
    for (String name : List.of("Mona Retainer", "Rolf Retainer", "Ada Months")) {
      remember(
          "of:" + name,
          "mail",
          name + " is the smith.",
          List.of(role(person(name), "smith", name + " is the smith.")));
    }
    document("retainer", NOTICE);
    readAll();

    assertThat(texts(ASKED)).anyMatch(text -> text.contains(NOTICE));
    assertThat(texts("What is the role of Ada Months?")).first().asString().contains("smith");

    String said = "Attached is retainer.pdf of Ada Months.";
    var file = new EntityRef("schema:DigitalDocument", "file:retainer", "retainer.pdf");
    remember(
        "filed",
        "mail",
        said,
        List.of(
            fact(file, "schema:name", new FactValue.Text("retainer.pdf"), said),
            fact(file, "continuo:documentOf", new FactValue.Ref(person("Ada Months")), said)));
    readAll();
    assertThat(texts(ASKED)).as("one thing has that name").anyMatch(text -> text.contains(NOTICE));
  }

  private List<String> texts(String question) {
    run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
    return recall.recall(Question.of(question)).items().stream().map(RecalledItem::text).toList();
  }

  private int readAll() {
    int looks = 0;
    while (recall.index(AT_ONCE) > 0) {
      looks++;
    }
    return looks;
  }

  private List<String> read() {
    return keys("MATCH (:Passage)-[:OF]->(ep:Episode) RETURN DISTINCT ep.key AS key");
  }

  private List<String> unread() {
    return keys("MATCH (ep:Episode:Unread) RETURN ep.key AS key");
  }

  private List<String> keys(String cypher) {
    try (var session = driver.session()) {
      return session.run(cypher).list(r -> r.get("key").asString());
    }
  }

  private long number(String cypher) {
    try (var session = driver.session()) {
      return session.run(cypher).single().get(0).asLong();
    }
  }

  private void run(String cypher) {
    try (var session = driver.session()) {
      session.run(cypher).consume();
    }
  }

  /** Written as memory writes, but at once; each a second after the one before. */
  private void notes(int count, String from) {
    try (var session = driver.session()) {
      session
          .run(
              """
              UNWIND range(1, $count) AS n CALL (n) {
                CREATE (:Episode:Unread {key: 'note:' + $from + ':' + n, kind: 'note',
                  title: 'Note ' + n, text: 'A note of the tide, number ' + n + '.',
                  occurredAt: datetime($from), recordedAt: datetime($from) + duration({seconds: n})})
              } IN TRANSACTIONS OF 1000 ROWS
              """,
              Map.of("count", count, "from", from))
          .consume();
    }
  }

  private void document(String name, String text) {
    remember("document:" + name, "document", text, List.of());
  }

  private void remember(String key, String kind, String text, List<FactProposal> facts) {
    var became =
        memory.remember(
            key,
            new Episode(key, kind, MARCH, null, "Source " + key, text),
            new Generation("test", ""),
            facts);
    assertThat(became.accepted()).hasSize(facts.size());
  }

  private static EntityRef person(String name) {
    return new EntityRef(
        "schema:Person", "mailto:" + name.replace(' ', '.').toLowerCase() + "@quay.example", name);
  }

  private static FactProposal role(EntityRef who, String role, String said) {
    return fact(who, "vcard:role", new FactValue.Text(role), said);
  }

  private static FactProposal fact(
      EntityRef subject, String predicate, FactValue value, String said) {
    return new FactProposal(
        subject, predicate, value, MARCH, 0.9, Evidence.of(said), SourceRank.MAIL);
  }

  /** Gives one text a vector that the store refuses. */
  private static final class Picky implements Embeddings {
    private static final String POISON = "This cannot be put into numbers.";
    private final Embeddings letters = new LetterEmbeddings();

    @Override
    public int dimensions() {
      return letters.dimensions();
    }

    @Override
    public float[] embed(String text) {
      var vector = letters.embed(text);
      if (text.equals(POISON)) {
        Arrays.fill(vector, Float.NaN);
      }
      return vector;
    }
  }
}
