package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.HUMAN_APPROVAL;
import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.neo4j.Said.day;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static dev.continuo.ontology.memory.neo4j.Said.remember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Change;
import dev.continuo.ontology.memory.Decision;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactGroup;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceLine;
import dev.continuo.ontology.memory.Thing;
import dev.continuo.ontology.memory.WithheldFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists in pieces, and what belongs to a client. */
@Tag("apart")
class BrowsingIT {
  private static Memory memory;

  private final String name = TestMemory.unique();
  private final EntityRef jane = person("jane");
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

  private static Browsing browse() {
    return memory.browse();
  }

  @Test
  void aListIsReadInPiecesWithoutGapsOrRepeats() {
    phones(23);
    String id = id(jane);

    List<FactGroup> groups = browse().groups(id, AsOf.now(), 5);
    assertThat(groups)
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.predicate()).isEqualTo("schema:telephone");
              assertThat(group.total()).isEqualTo(23);
              assertThat(group.facts()).hasSize(5);
            });
    List<Fact> read = new ArrayList<>();
    for (int from = 0; from < 30; from += 10) {
      read.addAll(browse().facts(id, "schema:telephone", AsOf.now(), "", new Slice(from, 10)));
    }
    assertThat(read).hasSize(23).doesNotHaveDuplicates();
    assertThat(read).extracting(Fact::validFrom).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(groups.getFirst().facts()).isEqualTo(read.subList(0, 5));
  }

  @Test
  void whatIsReadTogetherHasOneValueOfWhatCanHaveOnlyOne() {
    EntityRef twin = person("twin");
    remember(memory, fact(jane, "vcard:role", "engineer", 1, MAIL));
    remember(memory, fact(twin, "vcard:role", "architect", 2, HUMAN_APPROVAL));
    var pair = memory.identities().propose(id(jane), id(twin), "owner", "same desk");
    memory.identities().merge(pair.id(), "owner", "same desk");

    assertThat(browse().groups(id(jane), AsOf.now(), 5))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.total()).isEqualTo(1);
              assertThat(group.facts())
                  .extracting(f -> f.value().words())
                  .containsExactly("architect");
            });
    assertThat(browse().decided(name, Slice.first(10)))
        .singleElement()
        .isInstanceOfSatisfying(
            Decision.OfPair.class,
            decision -> assertThat(decision.pair().state()).isEqualTo(MergeProposal.State.MERGED));
  }

  @Test
  void thingsAreListedByNameAndFoundByTheirWords() {
    List.of("c", "a", "b").forEach(which -> phones(person(which), 1));
    TestMemory.awaitFullText();

    assertThat(browse().things("schema:Person", name, Slice.first(50)))
        .extracting(SearchHit::label)
        .containsExactlyInAnyOrder("a " + name, "b " + name, "c " + name);
    assertThat(browse().things("org:Organization", name, Slice.first(50))).isEmpty();
    List<String> all = new ArrayList<>();
    List<SearchHit> piece;
    do {
      piece = browse().things("schema:Person", "", new Slice(all.size(), 40));
      piece.forEach(hit -> all.add(hit.label()));
    } while (piece.size() == 40);
    assertThat(all).isSorted().contains("a " + name, "b " + name, "c " + name);
    assertThat(browse().search(name, SearchHit.Type.ENTITY, new Slice(1, 50))).hasSize(2);
    assertThat(browse().search(name, SearchHit.Type.EPISODE, Slice.first(50)))
        .allMatch(hit -> hit.type() == SearchHit.Type.EPISODE);
  }

  @Test
  void waitingAndRefusedAreCountedAndNarrowedByWords() {
    var before = browse().waiting();
    remember(memory, fact(jane, "vcard:role", "director", 1, HUMAN_APPROVAL));
    remember(memory, fact(jane, "vcard:role", "intern", 2, MAIL));
    remember(memory, fact(jane, "schema:email", "no address", 2, MAIL));

    var after = browse().waiting();
    assertThat(after.reviews()).isGreaterThan(before.reviews());
    assertThat(after.refused()).isGreaterThan(before.refused());
    assertThat(browse().withheld(WithheldFact.Status.REVIEW, "Jane " + name, Slice.first(9)))
        .extracting(WithheldFact::value)
        .containsExactly("intern");
    assertThat(browse().withheld(WithheldFact.Status.REVIEW, "Jane " + name, new Slice(1, 9)))
        .isEmpty();
    assertThat(browse().withheld(WithheldFact.Status.REJECTED, "jane " + name, Slice.first(9)))
        .extracting(WithheldFact::value)
        .containsExactly("no address");
    var item =
        browse().withheld(WithheldFact.Status.REVIEW, "jane " + name, Slice.first(1)).getFirst();
    memory.reviews().dismiss("dismiss:" + name, item.id(), "owner", "she said so");
    assertThat(browse().decided(name, Slice.first(10)))
        .singleElement()
        .isInstanceOfSatisfying(
            Decision.OfFact.class,
            decision -> assertThat(decision.item().id()).isEqualTo(item.id()));
  }

  @Test
  void promisesGoBothWaysTheOpenOnesByTheirDayAndThoseOfTheHousesPeopleToo() {
    remember(memory, link(jane, "schema:worksFor", house, 0));
    promise("late", jane, person("owner"), 90, "open");
    promise("soon", person("owner"), jane, 40, "open");
    promise("kept", jane, person("owner"), 10, "kept");
    promise("others", person("x"), person("y"), 5, "open");

    List<Thing> promises = browse().promises(id(jane), AsOf.now(), "", Slice.first(10));
    assertThat(promises).extracting(Thing::label).containsExactly(of("soon", "late", "kept"));
    assertThat(promises.getFirst().says("vf:provider").orElseThrow().value().words())
        .isEqualTo("owner " + name);
    assertThat(browse().promises(id(house), AsOf.now(), "", Slice.first(10)))
        .extracting(Thing::label)
        .containsExactly(of("soon", "late", "kept"));
    assertThat(browse().promises(id(jane), AsOf.now(), "", new Slice(1, 1)))
        .extracting(Thing::label)
        .containsExactly(of("late"));
  }

  private String[] of(String... which) {
    return java.util.Arrays.stream(which).map(one -> one + " " + name).toArray(String[]::new);
  }

  @Test
  void aContractHasItsClausesAndASignalIsGoneWhenItHasExpired() {
    EntityRef contract =
        new EntityRef("vf:Agreement", "agreement:" + name, "Frame contract " + name);
    EntityRef clause = new EntityRef("odrl:Duty", "clause:" + name, "Payment " + name);
    remember(
        memory,
        link(contract, "vf:receiver", jane, 0),
        fact(contract, "schema:identifier", "C-7", 0, MAIL),
        link(clause, "vf:clauseOf", contract, 0),
        fact(clause, "continuo:clauseKind", "payment terms", 0, MAIL),
        fact(clause, "schema:description", "Due after 14 days", 0, MAIL));
    signal("fresh", Instant.now().plusSeconds(86_400));
    signal("past", Instant.now().minusSeconds(60));

    assertThat(browse().agreements(id(jane), AsOf.now(), "payment TERMS", Slice.first(5)))
        .as("by a word of a clause")
        .hasSize(1);
    assertThat(browse().agreements(id(jane), AsOf.now(), "c-7", Slice.first(5))).hasSize(1);
    assertThat(browse().agreements(id(jane), AsOf.now(), "notice", Slice.first(5))).isEmpty();
    assertThat(browse().agreements(id(jane), AsOf.now(), "", Slice.first(5)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.label()).isEqualTo(contract.label());
              assertThat(one.says("schema:identifier")).isPresent();
              assertThat(one.facts())
                  .anyMatch(f -> f.value().words().equals("payment terms"))
                  .anyMatch(f -> f.subjectLabel().equals(clause.label()));
            });
    assertThat(browse().signals(id(jane), AsOf.now(), Slice.first(5)))
        .extracting(Thing::label)
        .containsExactly(of("fresh"));
  }

  @Test
  void theTimelineTellsEachSourceOnceTheLatestFirst() {
    remember(
        memory,
        fact(jane, "vcard:role", "engineer", 1, MAIL),
        fact(jane, "schema:telephone", "+49 30 1", 1, MAIL));
    remember(memory, link(person("boss"), "schema:worksFor", house, 0));
    remember(memory, fact(house, "schema:telephone", "+49 30 2", 1, MAIL));

    assertThat(browse().sources(id(jane), false, AsOf.now(), "", Slice.first(9)))
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.facts()).isEqualTo(2);
              assertThat(source.sentences()).hasSize(2);
            });
    assertThat(browse().sources(id(house), false, AsOf.now(), "", Slice.first(9)))
        .hasSize(2)
        .extracting(SourceLine::occurredAt)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(browse().sources(id(house), true, AsOf.now(), "", Slice.first(9))).isEmpty();
    assertThat(browse().sources(id(jane), false, AsOf.now(), "engineer", Slice.first(9)))
        .singleElement()
        .satisfies(source -> assertThat(source.facts()).as("all of it").isEqualTo(2));
    assertThat(browse().sources(id(jane), false, AsOf.now(), "director", Slice.first(9))).isEmpty();
    assertThat(browse().references(id(house), AsOf.now(), "boss", Slice.first(9))).hasSize(1);
    assertThat(browse().references(id(house), AsOf.now(), "clerk", Slice.first(9))).isEmpty();
    assertThat(browse().days(id(jane)))
        .hasValueSatisfying(days -> assertThat(days.firstValid()).isEqualTo(day(1)));
  }

  @Test
  void aChangeIsOneLineWithWhatItReplacedAndWhatFellIsSaid() {
    remember(memory, fact(jane, "vcard:role", "engineer", 1, MAIL));
    remember(memory, fact(jane, "schema:telephone", "+49 30 1", 1, MAIL));
    Instant looked = Instant.now();
    remember(memory, fact(jane, "vcard:role", "director", 5, MAIL));
    var phone = browse().facts(id(jane), "schema:telephone", AsOf.now(), "", Slice.first(1));
    memory.retract(
        "retract:" + name,
        phone.getFirst().factId(),
        new Episode("note:" + name, "note", looked, null, "A note", "It is cut off."),
        new Generation("owner", "cut off"));

    List<Change> changes = browse().changes(id(jane), looked, "", Slice.first(10));
    assertThat(changes).hasSize(2);
    assertThat(changes.getFirst().fallen()).isTrue();
    assertThat(changes.getFirst().fact().value().words()).isEqualTo("+49 30 1");
    assertThat(changes.getLast().fact().value().words()).isEqualTo("director");
    assertThat(changes.getLast().before()).contains("engineer");
    assertThat(browse().changes(id(jane), looked, "DIRECTOR", Slice.first(10)))
        .containsExactly(changes.getLast());
    assertThat(browse().changes(id(jane), Instant.now(), "", Slice.first(10))).isEmpty();
  }

  private void phones(int count) {
    phones(jane, count);
  }

  private void phones(EntityRef who, int count) {
    remember(
        memory,
        IntStream.range(0, count)
            .mapToObj(n -> fact(who, "schema:telephone", "+49 30 " + n, n % 7, MAIL))
            .toArray(FactProposal[]::new));
  }

  private void promise(String which, EntityRef by, EntityRef to, int due, String state) {
    EntityRef promise =
        new EntityRef("vf:Commitment", "commitment:" + which + name, which + " " + name);
    remember(
        memory,
        link(promise, "vf:provider", by, 0),
        link(promise, "vf:receiver", to, 0),
        fact(promise, "schema:description", "What was said of " + which, 0, MAIL),
        of(promise, "vf:due", new FactValue.Moment(day(due))),
        fact(promise, "continuo:state", state, 0, MAIL));
  }

  private void signal(String which, Instant until) {
    EntityRef signal =
        new EntityRef("sosa:Observation", "signal:" + which + name, which + " " + name);
    remember(
        memory,
        link(signal, "sosa:hasFeatureOfInterest", jane, 0),
        fact(signal, "sosa:hasSimpleResult", "impatient", 0, MAIL),
        of(signal, "continuo:expiresAt", new FactValue.Moment(until)));
  }

  private static FactProposal of(EntityRef subject, String predicate, FactValue value) {
    return new FactProposal(
        subject,
        predicate,
        value,
        day(0),
        0.9,
        Evidence.of(subject.label() + " " + value.words()),
        MAIL);
  }

  private EntityRef person(String who) {
    return new EntityRef(
        "schema:Person", "mailto:" + who + "@" + name + ".example", who + " " + name);
  }

  private static String id(EntityRef who) {
    return memory.entity(who.key()).orElseThrow().id();
  }
}
