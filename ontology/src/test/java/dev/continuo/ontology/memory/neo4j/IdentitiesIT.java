package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.SourceRank.SIGNED_CONTRACT;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static dev.continuo.ontology.memory.neo4j.Said.remember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.MergeProposal.State;
import dev.continuo.ontology.memory.MergeRefused;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("apart")
class IdentitiesIT {
  private static Memory memory;

  private final String name = TestMemory.unique();
  private final EntityRef work =
      new EntityRef("schema:Person", "mailto:jane@" + name + ".example", "Jane " + name);
  private final EntityRef desk =
      new EntityRef("schema:Person", "mailto:j.doe@" + name + ".example", name + ", Jane");
  private final EntityRef house =
      new EntityRef("org:Organization", "domain:" + name + ".example", "House " + name);

  @BeforeAll
  static void open() {
    memory = TestMemory.open();
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @Test
  void proposesWithReasonsAndMergesNothingByItself() {
    var ids = twoJanes();

    var proposals = memory.identities().lookFor(ids.getFirst());

    assertThat(proposals)
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.state()).isEqualTo(State.OPEN);
              assertThat(p.score()).isGreaterThan(0.75);
              assertThat(p.reasons())
                  .contains("They have the same name.", "Both use " + name + ".example.");
              assertThat(List.of(p.kept().entityId(), p.other().entityId()))
                  .containsExactlyInAnyOrderElementsOf(ids);
              assertThat(p.differences()).singleElement().asString().contains("director", "cook");
            });
    assertThat(memory.entity(work.key()).orElseThrow().id()).isEqualTo(ids.getFirst());
    assertThat(memory.entity(desk.key()).orElseThrow().id()).isEqualTo(ids.getLast());
  }

  @Test
  void readsFollowAMergeAndAnUnmergeRestoresExactly() {
    var ids = twoJanes();
    var proposal = memory.identities().lookFor(ids.getFirst()).getFirst();
    var before = everything(ids);
    long versionBefore = memory.entity(ids.getFirst()).orElseThrow().version();

    memory.identities().merge(proposal.id(), "owner", "same desk");

    for (var idOrKey : List.of(ids.getFirst(), ids.getLast(), work.key(), desk.key())) {
      assertThat(memory.entity(idOrKey).orElseThrow())
          .satisfies(
              jane -> {
                assertThat(jane.id()).isEqualTo(proposal.kept().entityId());
                assertThat(jane.keys()).contains(work.key(), desk.key());
                assertThat(jane.version()).isGreaterThan(versionBefore);
              });
    }
    for (var id : ids) {
      assertThat(memory.facts(id))
          .filteredOn(f -> f.predicate().equals("vcard:role"))
          .extracting(f -> f.value().words())
          .containsExactly("director");
      assertThat(memory.facts(id)).filteredOn(f -> f.predicate().equals("schema:email")).hasSize(2);
    }
    assertThat(memory.references(house(), "schema:worksFor", AsOf.now())).hasSize(2);
    assertThat(memory.graph(house(), 1, 100).nodes())
        .extracting(MemoryGraph.Node::id)
        .contains(proposal.kept().entityId())
        .doesNotContain(proposal.other().entityId());

    memory.identities().unmerge(proposal.id(), "owner", "two people after all");

    assertThat(everything(ids)).isEqualTo(before);
    assertThat(memory.entity(ids.getFirst()).orElseThrow().version()).isGreaterThan(versionBefore);
    assertThat(memory.identities().proposal(proposal.id()).orElseThrow().settledBy())
        .isEqualTo("owner");
  }

  @Test
  void whatIsLearnedDuringAMergeBelongsToWhomItWasSaidOf() {
    var ids = twoJanes();
    var proposal = memory.identities().lookFor(ids.getFirst()).getFirst();
    memory.identities().merge(proposal.id(), "owner", "");

    remember(memory, fact(desk, "continuo:prefers", "tea", 5, MAIL));
    assertThat(memory.facts(ids.getFirst())).anyMatch(f -> f.value().words().equals("tea"));
    memory.identities().unmerge(proposal.id(), "owner", "");

    assertThat(memory.facts(ids.getFirst())).noneMatch(f -> f.value().words().equals("tea"));
    assertThat(memory.facts(ids.getLast())).anyMatch(f -> f.value().words().equals("tea"));
  }

  @Test
  void aDismissedPairIsNotProposedAgainAndNeverMerged() {
    var ids = twoJanes();
    var proposal = memory.identities().lookFor(ids.getFirst()).getFirst();

    memory.identities().dismiss(proposal.id(), "owner", "mother and daughter");

    assertThat(memory.identities().lookFor(ids.getFirst())).isEmpty();
    assertThatThrownBy(() -> memory.identities().merge(proposal.id(), "owner", ""))
        .isInstanceOf(MergeRefused.class);
    assertThatThrownBy(() -> memory.identities().unmerge("m-none", "owner", ""))
        .isInstanceOf(MergeRefused.class);
    memory.identities().reopen(proposal.id(), "owner", "one after all");
    assertThat(memory.identities().lookFor(ids.getFirst()))
        .extracting(MergeProposal::id)
        .containsExactly(proposal.id());
  }

  @Test
  void threeThatAreOneComeApartInAnyOrder() {
    var ids = twoJanes();
    var third =
        remember(
                memory,
                fact(
                    new EntityRef("schema:Person", "mailto:jd@" + name + ".example", "JD"),
                    "continuo:prefers",
                    "chess",
                    1,
                    MAIL))
            .newEntityIds()
            .iterator()
            .next();
    var first = memory.identities().propose(ids.getFirst(), ids.getLast(), "owner", "");
    var second = memory.identities().propose(ids.getLast(), third, "owner", "");
    memory.identities().merge(first.id(), "owner", "");
    memory.identities().merge(second.id(), "owner", "");
    assertThat(memory.entity(third).orElseThrow().id()).isEqualTo(ids.getFirst());

    memory.identities().unmerge(first.id(), "owner", "");

    assertThat(memory.entity(ids.getFirst()).orElseThrow().keys()).containsExactly(work.key());
    assertThat(memory.entity(third).orElseThrow().id()).isEqualTo(ids.getLast());
    assertThatThrownBy(() -> memory.identities().propose(third, third, "owner", ""))
        .isInstanceOf(MergeRefused.class);
    assertThatThrownBy(() -> memory.identities().propose(third, house(), "owner", ""))
        .isInstanceOf(MergeRefused.class);
  }

  @Test
  void everyNewEntityIsComparedOnce() {
    twoJanes();
    while (memory.identities().lookForAll(500) > 0) {
      // until nobody is left
    }
    assertThat(memory.identities().proposals(State.OPEN, 5_000))
        .extracting(MergeProposal::kept)
        .anyMatch(party -> party.label().contains(name));
    assertThat(memory.identities().lookForAll(500)).isZero();
  }

  private List<String> twoJanes() {
    var one =
        remember(
            memory,
            fact(work, "schema:email", "jane@" + name + ".example", 1, MAIL),
            fact(work, "vcard:role", "director", 1, SIGNED_CONTRACT),
            link(work, "schema:worksFor", house, 1));
    var other =
        remember(
            memory,
            fact(desk, "schema:email", "j.doe@" + name + ".example", 2, MAIL),
            fact(desk, "vcard:role", "cook", 2, MAIL),
            link(desk, "schema:worksFor", house, 2));
    TestMemory.awaitFullText();
    return List.of(one.entityIds().get(work.key()), other.entityIds().get(desk.key()));
  }

  private String house() {
    return memory.entity(house.key()).orElseThrow().id();
  }

  private List<Object> everything(List<String> ids) {
    return ids.stream()
        .<Object>map(
            id -> {
              var entity = memory.entity(id).orElseThrow();
              List<Fact> facts = memory.facts(id);
              return List.of(entity.id(), entity.label(), entity.keys(), entity.aliases(), facts);
            })
        .toList();
  }
}
