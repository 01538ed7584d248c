package dev.continuo.ontology.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.neo4j.OwnStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Thousands of people of whom something was learned on one day are rolled up: nobody is left out,
 * each text is embedded once, and a later word about one of them does not begin all over again.
 * {@code -Dcontinuo.many-people=50000} takes more than the usual build does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class ManyPeopleIT {
  private static final int PEOPLE = Integer.getInteger("continuo.many-people", 5_000);
  private static final int OF_THE_OWNER = 3_000;
  private static final Instant TODAY = Instant.parse("2026-11-22T09:00:00Z");

  private final Counted embeddings = new Counted();
  private Memory memory;
  private Recall recall;
  private Driver driver;

  @BeforeAll
  void fill() {
    var at = OwnStore.emptied();
    memory = Memory.open(at);
    recall = Recall.open(at, () -> memory.vocabularies().current(), embeddings, () -> TODAY);
    driver = GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
    learned("person", PEOPLE, "2026-01-01T00:00:00Z");
  }

  @AfterAll
  void end() {
    driver.close();
    recall.close();
    memory.close();
  }

  @Test
  void everybodyOfADayIsFoundThroughItsDayItsWeekAndItsQuarter() {
    long started = System.nanoTime();
    for (Period period : Period.values()) {
      assertThat(recall.rollUps().write(period, ZoneOffset.UTC)).isEqualTo(PEOPLE);
      System.out.printf(
          "%,d roll-ups of a %s after %.1f s, %,d texts embedded%n",
          PEOPLE,
          period.name().toLowerCase(Locale.ROOT),
          (System.nanoTime() - started) / 1e9,
          embeddings.texts);
    }
    assertThat(embeddings.texts).as("a week says what its only day says").isEqualTo(PEOPLE);
    assertThat(embeddings.calls).as("many at a time").isLessThan(PEOPLE / 20);
    assertThat(number("MATCH (f:Fact) WHERE COUNT { (f)<-[:ROLLS_UP]-() } <> 3 RETURN count(f)"))
        .isZero();

    oneHearsMore();
    oneOfWhomVeryMuchIsKnown();
  }

  /** An import adds to a day that was rolled up already. */
  private void oneHearsMore() {
    run(
        """
        MATCH (p:Entity {id: 'person-7'})
        CREATE (:Fact {factId: 'late', predicate: 'vcard:role', sentence: 'Person 7 paints.',
          recordedFrom: datetime('2026-01-01T05:00:00Z')})-[:SUBJECT]->(p)
        """);
    for (Period period : Period.values()) {
      assertThat(recall.rollUps().write(period, ZoneOffset.UTC)).as("only theirs").isEqualTo(1);
    }
    assertThat(recall.rollUps().over("late")).hasSize(3);
    assertThat(recall.rollUps().get("session:2026-01-01:person-7"))
        .hasValueSatisfying(
            rollUp -> {
              assertThat(rollUp.factIds()).containsExactlyInAnyOrder("person-7", "late");
              assertThat(rollUp.text()).contains("Person 7 works").contains("Person 7 paints");
            });
  }

  /** More links than a transaction takes. */
  private void oneOfWhomVeryMuchIsKnown() {
    run("CREATE (:Entity {id: 'owner', label: 'Olga'})");
    run(
        """
        MATCH (p:Entity {id: 'owner'}) UNWIND range(1, $many) AS n
        CREATE (:Fact {factId: 'owner-' + n, predicate: 'vcard:role', sentence: 'Olga does ' + n,
          recordedFrom: datetime('2026-02-02T05:00:00Z')})-[:SUBJECT]->(p)
        """,
        Map.of("many", OF_THE_OWNER));
    assertThat(recall.rollUps().write(Period.SESSION, ZoneOffset.UTC)).isEqualTo(1);
    assertThat(recall.rollUps().get("session:2026-02-02:owner").orElseThrow().factIds())
        .hasSize(OF_THE_OWNER);
  }

  /** Written as memory writes, but at once. */
  private void learned(String name, int people, String at) {
    run(
        """
        UNWIND range(1, $people) AS n CALL (n) {
          CREATE (p:Entity {id: $name + '-' + n, label: 'Person ' + n})
          CREATE (:Fact {factId: $name + '-' + n, predicate: 'schema:worksFor',
            sentence: 'Person ' + n + ' works for the house.',
            recordedFrom: datetime($at)})-[:SUBJECT]->(p)
        } IN TRANSACTIONS OF 1000 ROWS
        """,
        Map.of("people", people, "name", name, "at", at));
  }

  private void run(String cypher) {
    run(cypher, Map.of());
  }

  private void run(String cypher, Map<String, Object> parameters) {
    try (var session = driver.session()) {
      session.run(cypher, parameters).consume();
    }
  }

  private long number(String cypher) {
    try (var session = driver.session()) {
      return session.run(cypher).single().get(0).asLong();
    }
  }

  private static final class Counted implements Embeddings {
    private final Embeddings letters = new LetterEmbeddings();
    private int texts;
    private int calls;

    @Override
    public int dimensions() {
      return letters.dimensions();
    }

    @Override
    public float[] embed(String text) {
      return embed(List.of(text)).getFirst();
    }

    @Override
    public List<float[]> embed(List<String> all) {
      texts += all.size();
      calls++;
      var vectors = new ArrayList<float[]>();
      all.forEach(text -> vectors.add(letters.embed(text)));
      return vectors;
    }
  }
}
