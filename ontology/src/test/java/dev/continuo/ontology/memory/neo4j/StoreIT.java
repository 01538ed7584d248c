package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static dev.continuo.ontology.memory.neo4j.Said.remember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

@Tag("apart")
class StoreIT {
  @Test
  void aReadCannotWriteWhateverItSays() {
    var told = new ArrayList<MemoryActivity>();
    var at = TestMemory.address();
    try (var store =
        new Store(
            GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password())),
            told::add)) {
      assertThatThrownBy(
              () ->
                  store.read(
                      new Question("attack", "x"),
                      (tx, tally) -> tx.run("CREATE (n:Planted) RETURN n").list()))
          .isInstanceOf(MemoryFailed.class)
          .hasMessageContaining("Nothing was written");
      int planted =
          store.read(
              new Question("look", null),
              (tx, tally) -> tx.run("MATCH (n:Planted) RETURN n", Map.of()).list().size());
      assertThat(planted).isZero();
    }
    assertThat(told).extracting(MemoryActivity::failure).containsExactly("MemoryFailed", null);
  }

  @Test
  void theGraphOfAnEarlierBeliefShowsWhatWasBelievedThen() {
    try (var memory = TestMemory.open()) {
      var name = TestMemory.unique();
      var jane = Said.person(name);
      var first = new EntityRef("org:Organization", "domain:a" + name + ".example", "A");
      var second = new EntityRef("org:Organization", "domain:b" + name + ".example", "B");
      var told = remember(memory, link(jane, "schema:worksFor", first, 1));
      var id = told.entityIds().get(jane.key());
      var before = memory.facts(id).getFirst().recordedFrom();
      remember(
          memory, link(jane, "schema:worksFor", second, 5), fact(jane, "vcard:role", "x", 5, MAIL));

      assertThat(memory.graph(id, 1, 10).nodes())
          .extracting(MemoryGraph.Node::label)
          .containsExactlyInAnyOrder(name, "B");
      assertThat(memory.graph(id, 1, 10, AsOf.validAt(Said.day(3))).nodes())
          .extracting(MemoryGraph.Node::label)
          .containsExactlyInAnyOrder(name, "A");
      var then = memory.graph(id, 1, 10, new AsOf(Said.day(9), before));
      assertThat(then.nodes())
          .extracting(MemoryGraph.Node::label)
          .containsExactlyInAnyOrder(name, "A");
      assertThat(then.edges())
          .extracting(MemoryGraph.Edge::predicate)
          .containsExactly("schema:worksFor");
    }
  }

  @Test
  void whatIsTooLargeIsRefusedByName() {
    assertThatThrownBy(
            () ->
                new Episode(
                    "mail:big",
                    "mail",
                    Said.MARCH,
                    null,
                    "Big",
                    "x".repeat(Episode.LONGEST_TEXT + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mail:big")
        .hasMessageContaining("at most 4000000");
    try (var memory = TestMemory.open()) {
      assertThatThrownBy(
              () ->
                  memory.remember(
                      "k".repeat(513),
                      new Episode("mail:x", "mail", Said.MARCH, null, "", "x"),
                      new Generation("t", ""),
                      java.util.List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
