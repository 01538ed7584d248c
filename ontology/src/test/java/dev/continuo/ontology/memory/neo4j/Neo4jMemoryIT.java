package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.SourceRank.SIGNED_CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.FactValue.Ref;
import dev.continuo.ontology.memory.FactValue.Text;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("apart")
class Neo4jMemoryIT {

  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
  private static final Generation INTAKE = new Generation("intake", "tier local");

  private static Memory memory;

  private final String name = TestMemory.unique();
  private final EntityRef jane =
      new EntityRef("schema:Person", "mailto:jane@" + name + ".example", "Jane " + name);
  private final EntityRef acme =
      new EntityRef("org:Organization", "domain:" + name + ".example", "Acme " + name);
  private final EntityRef request =
      new EntityRef("continuo:Request", "request:" + name, "Website for " + name);

  @BeforeAll
  static void open() {
    memory = TestMemory.open();
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @Test
  void remembersAMailWithItsSentences() {
    var mail = leadMail();
    var remembered = rememberLead(mail);

    assertThat(remembered.rejected()).isEmpty();
    assertThat(remembered.review()).isEmpty();
    assertThat(remembered.accepted()).hasSize(8);
    assertThat(remembered.entityIds()).containsOnlyKeys(jane.key(), acme.key(), request.key());
    assertThat(remembered.newEntityIds()).hasSize(3);

    var id = remembered.entityIds().get(jane.key());
    assertThat(memory.facts(id))
        .extracting(Fact::predicate, f -> f.value().words())
        .containsExactly(
            tuple("schema:email", "jane@" + name + ".example"),
            tuple("schema:name", "Jane " + name),
            tuple("schema:worksFor", "Acme " + name));
    assertThat(memory.references(id, "continuo:requestedBy", AsOf.now()))
        .extracting(Fact::subjectId)
        .containsExactly(remembered.entityIds().get(request.key()));
    assertThat(memory.facts(remembered.entityIds().get(request.key())))
        .extracting(Fact::value)
        .contains(
            new FactValue.Money(new BigDecimal("4500"), "EUR"),
            new FactValue.Date(LocalDate.parse("2026-05-20")),
            new Text("quote"));
  }

  @Test
  void tellsWhereAFactComesFrom() {
    var mail = leadMail();
    var remembered = rememberLead(mail);

    assertThat(memory.fact(remembered.accepted().getFirst()))
        .hasValueSatisfying(
            detail -> {
              assertThat(detail.fact().sentence())
                  .isEqualTo("Jane " + name + " is called Jane " + name + ".");
              assertThat(detail.evidence().quote()).startsWith("From: Jane");
              assertThat(
                      detail
                          .source()
                          .text()
                          .substring(detail.evidence().start(), detail.evidence().end()))
                  .isEqualTo(detail.evidence().quote());
              assertThat(detail.source()).isEqualTo(mail);
              assertThat(detail.acceptedBy()).isEqualTo(INTAKE);
              assertThat(detail.writeKey()).isEqualTo(remembered.key());
              assertThat(detail.rows()).isEqualTo(1);
            });
    assertThat(memory.episode(mail.key())).hasValue(mail);
    assertThat(memory.fact("f-nothing")).isEmpty();
  }

  @Test
  void theSameKeyDoesNothingTwice() {
    var mail = leadMail();
    var first = rememberLead(mail);
    var entity = memory.entity(jane.key()).orElseThrow();

    var second = rememberLead(mail);

    assertThat(second).isEqualTo(first);
    assertThat(memory.remembered(first.key())).hasValue(first);
    assertThat(memory.entity(jane.key())).hasValue(entity);
    assertThat(memory.remembered("write:never")).isEmpty();
  }

  @Test
  void theSameKeyDoesNothingTwiceAlsoAtOnce() throws Exception {
    var mail = leadMail();

    var answers = atOnce(IntStream.range(0, 8).mapToObj(i -> task(() -> rememberLead(mail))));

    assertThat(answers).allMatch(answers.getFirst()::equals);
    var id = answers.getFirst().entityIds().get(jane.key());
    assertThat(memory.facts(id)).hasSize(3);
    assertThat(memory.fact(answers.getFirst().accepted().getFirst()).orElseThrow().rows())
        .isEqualTo(1);
  }

  @Test
  void writersOfOneSlotWaitForEachOther() throws Exception {
    remember(fact(jane, "schema:name", new Text("Jane"), MARCH, MAIL));
    int writers = 12;

    var answers =
        atOnce(
            IntStream.range(0, writers)
                .mapToObj(
                    i ->
                        task(
                            () ->
                                remember(
                                    fact(
                                        jane,
                                        "vcard:role",
                                        new Text("role " + i),
                                        day(i + 1),
                                        MAIL)))));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.accepted()).hasSize(1));
    var id = answers.getFirst().entityIds().get(jane.key());
    for (int i = 0; i < writers; i++) {
      assertThat(roleAt(id, AsOf.validAt(day(i + 1)))).containsExactly("role " + i);
    }
  }

  @Test
  void writersOfTheSameNewPersonMakeOnePerson() throws Exception {
    var answers =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        task(
                            () ->
                                remember(
                                    fact(
                                        jane,
                                        "continuo:prefers",
                                        new Text("thing " + i),
                                        MARCH,
                                        MAIL)))));

    assertThat(answers.stream().map(a -> a.entityIds().get(jane.key())).distinct()).hasSize(1);
    assertThat(answers.stream().flatMap(a -> a.newEntityIds().stream())).hasSize(1);
    assertThat(memory.facts(answers.getFirst().entityIds().get(jane.key()))).hasSize(8);
  }

  @Test
  void keepsWhatWasBelievedWhenAFactArrivesLate() {
    remember(fact(jane, "vcard:role", new Text("intern"), day(1), MAIL));
    var remembered = remember(fact(jane, "vcard:role", new Text("director"), day(20), MAIL));
    var id = remembered.entityIds().get(jane.key());
    var before = memory.fact(remembered.accepted().getFirst()).orElseThrow().fact().recordedFrom();

    var late = remember(fact(jane, "vcard:role", new Text("engineer"), day(10), MAIL));

    assertThat(roleAt(id, AsOf.validAt(day(5)))).containsExactly("intern");
    assertThat(roleAt(id, AsOf.validAt(day(15)))).containsExactly("engineer");
    assertThat(roleAt(id, AsOf.validAt(day(25)))).containsExactly("director");
    assertThat(roleAt(id, AsOf.now())).containsExactly("director");
    assertThat(roleAt(id, new AsOf(day(15), before))).containsExactly("intern");

    var detail = memory.fact(late.accepted().getFirst()).orElseThrow();
    assertThat(detail.supersedes()).extracting(f -> f.value().words()).containsExactly("intern");
    var rows = memory.browse().history(detail.fact().factId(), "", Slice.first(20));
    assertThat(rows)
        .hasSizeGreaterThanOrEqualTo(4)
        .hasSize(detail.rows())
        .contains(detail.fact())
        .isSortedAccordingTo(Comparator.comparing(Fact::recordedFrom));
    assertThat(memory.browse().history(detail.fact().factId(), "", new Slice(2, 1)))
        .containsExactly(rows.get(2));
    assertThat(memory.browse().history(detail.fact().factId(), "Engineer", Slice.first(20)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.value().words()).isEqualTo("engineer"));
    assertThat(memory.fact(detail.supersedes().getFirst().factId()).orElseThrow().supersededBy())
        .extracting(Fact::factId)
        .containsExactly(detail.fact().factId());
  }

  @Test
  void keepsALowerRankForReview() {
    var contract = remember(fact(jane, "vcard:role", new Text("director"), MARCH, SIGNED_CONTRACT));

    var mail = remember(fact(jane, "vcard:role", new Text("intern"), day(20), MAIL));

    assertThat(mail.accepted()).isEmpty();
    assertThat(mail.review())
        .singleElement()
        .satisfies(
            withheld -> {
              assertThat(withheld.code()).isEqualTo("lower-rank");
              assertThat(withheld.conflictingFactId()).isEqualTo(contract.accepted().getFirst());
              assertThat(memory.withheld(WithheldFact.Status.REVIEW, 200)).contains(withheld);
            });
  }

  @Test
  void keepsARejectedProposalVisibleWithTheShapesMessage() {
    var remembered = remember(fact(jane, "schema:email", new Text("no address"), MARCH, MAIL));

    assertThat(remembered.entityIds()).isEmpty();
    assertThat(memory.entity(jane.key())).isEmpty();
    assertThat(remembered.rejected())
        .singleElement()
        .satisfies(
            withheld -> {
              assertThat(withheld.message()).isEqualTo("This is not an e-mail address.");
              assertThat(withheld.subjectLabel()).isEqualTo(jane.label());
              assertThat(memory.withheld(WithheldFact.Status.REJECTED, 200)).contains(withheld);
            });
  }

  @Test
  void correctsAMisreadValue() {
    var first = remember(fact(jane, "schema:telephone", new Text("+49 30 1234"), MARCH, MAIL));
    var misread = first.accepted().getFirst();
    var note = note("The last digit is a five.");

    var corrected =
        memory.correct(
            note.key(), misread, new Text("+49 30 1235"), note, new Generation("owner", ""));

    var id = first.entityIds().get(jane.key());
    assertThat(memory.facts(id)).extracting(f -> f.value().words()).containsExactly("+49 30 1235");
    assertThat(memory.fact(corrected.accepted().getFirst()))
        .hasValueSatisfying(
            detail -> {
              assertThat(detail.fact().validFrom()).isEqualTo(MARCH);
              assertThat(detail.fact().rank()).isEqualTo(SourceRank.HUMAN_APPROVAL);
              assertThat(detail.supersedes()).extracting(Fact::factId).containsExactly(misread);
              assertThat(detail.acceptedBy().agent()).isEqualTo("owner");
            });
    assertThat(
            memory.correct(
                note.key(), misread, new Text("+49 30 1235"), note, new Generation("owner", "")))
        .isEqualTo(corrected);
  }

  @Test
  void retractsAFactOnce() {
    var first = remember(fact(jane, "schema:telephone", new Text("+49 30 1234"), MARCH, MAIL));
    var wrong = first.accepted().getFirst();
    var note = note("This is somebody else's number.");

    memory.retract(note.key(), wrong, note, new Generation("owner", ""));

    assertThat(memory.facts(first.entityIds().get(jane.key()))).isEmpty();
    assertThat(memory.fact(wrong).orElseThrow().fact().recordedTo()).isNotNull();
    var again = note("Once more.");
    assertThatThrownBy(() -> memory.retract(again.key(), wrong, again, new Generation("owner", "")))
        .isInstanceOf(FactNotFound.class);
    assertThat(memory.remembered(again.key())).isEmpty();
  }

  @Test
  void anotherSourceConfirms() {
    var first = remember(fact(jane, "vcard:role", new Text("director"), MARCH, MAIL));
    var second = remember(fact(jane, "vcard:role", new Text("director"), day(20), MAIL));

    assertThat(second.accepted()).isEmpty();
    assertThat(second.confirmed()).isEqualTo(first.accepted());
    assertThat(memory.fact(first.accepted().getFirst()).orElseThrow().confirmations())
        .singleElement()
        .satisfies(c -> assertThat(c.at()).isEqualTo(day(20)));
  }

  @Test
  void findsByWordsAndNeverReadsThemAsAQuery() {
    var remembered = rememberLead(leadMail());
    var id = remembered.entityIds().get(jane.key());
    TestMemory.awaitFullText();

    assertThat(memory.search("jane " + name, 20))
        .first()
        .satisfies(
            hit -> {
              assertThat(hit.type()).isEqualTo(SearchHit.Type.ENTITY);
              assertThat(hit.id()).isEqualTo(id);
              assertThat(hit.kind()).isEqualTo("person");
            });
    assertThat(memory.search(name.substring(0, 9), 50))
        .extracting(SearchHit::type)
        .contains(SearchHit.Type.ENTITY, SearchHit.Type.EPISODE, SearchHit.Type.FACT);
    assertThat(memory.search("\") OR *:* } AND ( [" + name + " TO", 20)).isNotEmpty();
    assertThat(memory.search("*:* !! ()", 20)).isEmpty();
    assertThat(memory.search("", 20)).isEmpty();
  }

  @Test
  void textThatLooksLikeCypherStaysText() {
    var nasty = "x'}) DETACH DELETE (n) //` $key \\u0027 " + name;
    var remembered =
        memory.remember(
            "write:" + nasty,
            new Episode("mail:" + nasty, nasty, MARCH, nasty, nasty, nasty + " quote"),
            new Generation(nasty, nasty),
            List.of(
                fact(
                    new EntityRef("schema:Person", "person:" + nasty, nasty, List.of(nasty)),
                    "schema:name",
                    new Text(nasty),
                    null,
                    MAIL),
                fact(
                    new EntityRef("Person) DETACH DELETE (n", "person:" + nasty, "x"),
                    "schema:name",
                    new Text("x"),
                    null,
                    MAIL),
                fact(jane, "schema:name`]->() DETACH DELETE n", new Text("x"), null, MAIL)));

    assertThat(remembered.accepted()).hasSize(1);
    assertThat(remembered.rejected())
        .extracting(WithheldFact::code)
        .containsExactly("unknown-kind", "unknown-predicate");
    assertThat(memory.fact(remembered.accepted().getFirst()).orElseThrow().fact().value())
        .isEqualTo(new Text(nasty));
    assertThat(memory.entity("person:" + nasty))
        .hasValueSatisfying(e -> assertThat(e.label()).isEqualTo(nasty));
  }

  @Test
  void drawsWhatAMailProduced() {
    var mail = leadMail();
    var remembered = rememberLead(mail);

    var graph = memory.graph(mail.key(), 1, 50);

    assertThat(graph.nodes())
        .extracting(MemoryGraph.Node::id)
        .containsExactlyInAnyOrder(
            mail.key(),
            remembered.entityIds().get(jane.key()),
            remembered.entityIds().get(acme.key()),
            remembered.entityIds().get(request.key()));
    assertThat(graph.edges())
        .extracting(MemoryGraph.Edge::label)
        .contains("works for", "comes from", "mentions");
    assertThat(graph.truncated()).isFalse();
    assertThat(memory.graph(mail.key(), 1, 2).truncated()).isTrue();
  }

  @Test
  void drawsWhatSurroundsAnEntityStepByStep() {
    var remembered = rememberLead(leadMail());
    var acmeId = remembered.entityIds().get(acme.key());

    assertThat(memory.graph(acmeId, 0, 50).nodes()).hasSize(1);
    assertThat(memory.graph(acmeId, 1, 50).nodes()).hasSize(2);
    var two = memory.graph(acme.key(), 2, 50);
    assertThat(two.nodes())
        .extracting(MemoryGraph.Node::kindLabel, MemoryGraph.Node::depth)
        .containsExactly(tuple("organisation", 0), tuple("person", 1), tuple("request", 2));
    assertThat(two.edges())
        .allSatisfy(edge -> assertThat(memory.fact(edge.factId())).isPresent())
        .hasSize(2);
    assertThat(memory.graph("nothing", 2, 50).nodes()).isEmpty();
  }

  @Test
  void edgesFollowTheFactsAndCanBeRebuilt() {
    var other =
        new EntityRef("org:Organization", "domain:other-" + name + ".example", "Other " + name);
    remember(fact(jane, "schema:worksFor", new Ref(acme), MARCH, MAIL));
    var id =
        remember(fact(jane, "schema:worksFor", new Ref(other), day(20), MAIL))
            .entityIds()
            .get(jane.key());
    var before = memory.graph(id, 1, 10);
    assertThat(before.nodes())
        .extracting(MemoryGraph.Node::label)
        .containsExactly(jane.label(), other.label());

    assertThat(memory.rebuildEdges()).isGreaterThan(0);

    assertThat(memory.graph(id, 1, 10)).isEqualTo(before);
  }

  @Test
  void takesTheCurrentNameAsTheLabel() {
    remember(fact(jane, "schema:name", new Text("Jane Doe " + name), MARCH, MAIL));
    remember(fact(jane, "schema:name", new Text("Jane Roe " + name), day(20), MAIL));

    assertThat(memory.entity(jane.key()).orElseThrow())
        .satisfies(
            entity -> {
              assertThat(entity.label()).isEqualTo("Jane Roe " + name);
              assertThat(entity.keys()).containsExactly(jane.key());
              assertThat(entity.kindLabel()).isEqualTo("person");
            });
  }

  @Test
  void showsTheLatestFactsFirst() {
    var remembered = rememberLead(leadMail());

    assertThat(memory.latest(500))
        .extracting(Fact::factId)
        .containsSubsequence(remembered.accepted());
    assertThat(memory.latest(3)).hasSize(3);
  }

  @Test
  void anEpisodeWithoutFactsIsRememberedToo() {
    var note = note("Nothing to see here.");
    var remembered = memory.remember("write:" + note.key(), note, INTAKE, List.of());

    assertThat(remembered.accepted()).isEmpty();
    assertThat(memory.episode(note.key())).hasValue(note);
  }

  @Test
  void saysThatMemoryDoesNotAnswer() {
    assertThatThrownBy(
            () -> Memory.open(new MemoryAddress("bolt://127.0.0.1:1", "neo4j", "nothing")))
        .isInstanceOf(MemoryUnavailable.class)
        .hasMessageContaining("Nothing was written");
    var known = TestMemory.address();
    assertThatThrownBy(() -> Memory.open(new MemoryAddress(known.boltUri(), known.user(), "wrong")))
        .isInstanceOf(MemoryFailed.class)
        .hasMessageContaining("trying again will not help")
        .hasMessageNotContaining("wrong");
  }

  // ------------------------------------------------------------------ the language of these tests

  private Episode leadMail() {
    return new Episode(
        "mail:<" + TestMemory.unique() + "@" + name + ".example>",
        "mail",
        MARCH,
        "0".repeat(64),
        "Website for " + name,
        """
        From: Jane %1$s <jane@%1$s.example>
        Subject: Website for %1$s

        Hello, we need a website by 20 May 2026. Our budget is 4,500 EUR.
        Jane, Acme %1$s
        """
            .formatted(name));
  }

  private Remembered rememberLead(Episode mail) {
    var from = Evidence.of("From: Jane " + name + " <jane@" + name + ".example>");
    var body = Evidence.of("we need a website by 20 May 2026. Our budget is 4,500 EUR.");
    return memory.remember(
        "remember:" + mail.key(),
        mail,
        INTAKE,
        List.of(
            proposal(jane, "schema:name", new Text(jane.label()), from),
            proposal(jane, "schema:email", new Text("jane@" + name + ".example"), from),
            proposal(jane, "schema:worksFor", new Ref(acme), Evidence.of("Jane, Acme " + name)),
            proposal(acme, "schema:name", new Text(acme.label()), Evidence.of("Acme " + name)),
            proposal(request, "continuo:requestKind", new Text("quote"), body),
            proposal(request, "continuo:requestedBy", new Ref(jane), from),
            proposal(
                request,
                "continuo:amount",
                new FactValue.Money(new BigDecimal("4500.00"), "EUR"),
                body),
            proposal(
                request,
                "continuo:mentionsDate",
                new FactValue.Date(LocalDate.parse("2026-05-20")),
                body)));
  }

  private Remembered remember(FactProposal... proposals) {
    var note = note("quote");
    return memory.remember("write:" + note.key(), note, INTAKE, List.of(proposals));
  }

  private static Episode note(String text) {
    return new Episode("note:" + TestMemory.unique(), "note", MARCH, null, "A note", text);
  }

  private static FactProposal fact(
      EntityRef subject,
      String predicate,
      FactValue value,
      @Nullable Instant from,
      SourceRank rank) {
    return new FactProposal(subject, predicate, value, from, 0.9, Evidence.of("quote"), rank);
  }

  private static FactProposal proposal(
      EntityRef subject, String predicate, FactValue value, Evidence evidence) {
    return new FactProposal(subject, predicate, value, null, 0.9, evidence, MAIL);
  }

  private static List<String> roleAt(String id, AsOf asOf) {
    return memory.facts(id, asOf).stream()
        .filter(f -> f.predicate().equals("vcard:role"))
        .map(f -> f.value().words())
        .toList();
  }

  private static Instant day(int day) {
    return Instant.parse("2026-04-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static Callable<Remembered> task(Callable<Remembered> task) {
    return task;
  }

  private static List<Remembered> atOnce(java.util.stream.Stream<Callable<Remembered>> tasks)
      throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Remembered>();
      for (var future : executor.invokeAll(tasks.toList())) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
