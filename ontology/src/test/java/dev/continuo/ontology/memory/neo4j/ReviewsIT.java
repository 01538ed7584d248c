package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.SourceRank.SIGNED_CONTRACT;
import static dev.continuo.ontology.memory.neo4j.Said.day;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.remember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.ReviewRefused;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("apart")
class ReviewsIT {
  private static Memory memory;

  private final String name = TestMemory.unique();
  private final EntityRef jane = Said.person(name);

  @BeforeAll
  static void open() {
    memory = TestMemory.open();
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @Test
  void anAcceptedTieDisplacesWhatWasKnownAndTheHistoryKeepsIt() {
    var first = remember(memory, fact(jane, "vcard:role", "director", 1, MAIL));
    var tie = review(remember(memory, fact(jane, "vcard:role", "intern", 1, MAIL)));
    assertThat(tie.code()).isEqualTo("tie");

    var accepted = memory.reviews().accept("verdict:" + name, tie.id(), null, "owner", "asked her");

    assertThat(role(first)).containsExactly("intern");
    var detail = memory.fact(accepted.accepted().getFirst()).orElseThrow();
    assertThat(detail.acceptedBy()).isEqualTo(new Generation("owner", "asked her"));
    assertThat(detail.fact().rank()).isEqualTo(SourceRank.HUMAN_APPROVAL);
    assertThat(detail.fact().quote()).isEqualTo(name + " intern");
    assertThat(detail.supersedes()).extracting(f -> f.value().words()).containsExactly("director");
    assertThat(memory.reviews().item(tie.id()).orElseThrow())
        .satisfies(
            item -> {
              assertThat(item.status()).isEqualTo(WithheldFact.Status.ACCEPTED);
              assertThat(item.settled().who()).isEqualTo("owner");
              assertThat(item.settled().factId()).isEqualTo(detail.fact().factId());
            });
    assertThat(memory.reviews().open(5_000)).noneMatch(item -> item.id().equals(tie.id()));
  }

  @Test
  void aPersonMayDecideAgainstAContractForItsTime() {
    var first = remember(memory, fact(jane, "vcard:role", "director", 1, SIGNED_CONTRACT));
    var item = review(remember(memory, fact(jane, "vcard:role", "advisor", 9, MAIL)));
    assertThat(item.code()).isEqualTo("lower-rank");

    memory.reviews().accept("verdict:" + name, item.id(), null, "owner", "new contract seen");

    assertThat(role(first)).containsExactly("advisor");
    assertThat(memory.facts(first.entityIds().get(jane.key()), AsOf.validAt(day(5))))
        .extracting(f -> f.value().words())
        .containsExactly("director");
    var later = remember(memory, fact(jane, "vcard:role", "intern", 12, MAIL));
    assertThat(later.review())
        .singleElement()
        .extracting(WithheldFact::code)
        .isEqualTo("lower-rank");
  }

  @Test
  void anUnclearDateTakesTheDateThatThePersonGives() {
    var far =
        new FactProposal(
            jane,
            "vcard:role",
            new FactValue.Text("director"),
            day(400 * 366),
            0.9,
            Evidence.of(name + " director"),
            MAIL);
    var item = review(remember(memory, far));
    assertThat(item.code()).isEqualTo("unclear-date");

    var accepted = memory.reviews().accept("verdict:" + name, item.id(), day(3), "owner", "2026");

    assertThat(memory.fact(accepted.accepted().getFirst()).orElseThrow().fact().validFrom())
        .isEqualTo(day(3));
  }

  @Test
  void anAcceptanceIsTakenBackAndEverythingReadsAsBefore() {
    var first = remember(memory, fact(jane, "vcard:role", "director", 1, MAIL));
    var tie = review(remember(memory, fact(jane, "vcard:role", "intern", 1, MAIL)));
    memory.reviews().accept("verdict:" + name, tie.id(), null, "owner", "asked her");

    var again = memory.reviews().takeBack("back:" + name, tie.id(), "owner", "misheard her");

    assertThat(role(first)).containsExactly("director");
    assertThat(again.status()).isEqualTo(WithheldFact.Status.REVIEW);
    assertThat(again.settled()).isNull();
    memory.reviews().accept("verdict-2:" + name, tie.id(), null, "owner", "no, right");
    memory.reviews().takeBack("back:" + name, tie.id(), "owner", "misheard her");
    assertThat(role(first)).as("the same key twice").containsExactly("intern");
  }

  @Test
  void whatWasAcceptedBesideOthersIsRetractedWhenTakenBack() {
    var far =
        new FactProposal(
            jane,
            "vcard:role",
            new FactValue.Text("director"),
            day(400 * 366),
            0.9,
            Evidence.of(name + " director"),
            MAIL);
    var item = review(remember(memory, far));
    var accepted = memory.reviews().accept("verdict:" + name, item.id(), day(3), "owner", "2026");
    assertThat(role(accepted)).containsExactly("director");

    memory.reviews().takeBack("back:" + name, item.id(), "owner", "not sure after all");

    assertThat(role(accepted)).isEmpty();
    assertThat(memory.reviews().open(5_000)).anyMatch(one -> one.id().equals(item.id()));
  }

  @Test
  void aDeclinedItemWaitsAgainButNotOnceSomethingNewerHolds() {
    var first = remember(memory, fact(jane, "vcard:role", "director", 1, MAIL));
    var tie = review(remember(memory, fact(jane, "vcard:role", "intern", 1, MAIL)));
    memory.reviews().dismiss("no:" + name, tie.id(), "owner", "a joke");
    assertThat(memory.reviews().takeBack("back:" + name, tie.id(), "owner", "no joke").settled())
        .isNull();
    assertThatThrownBy(() -> memory.reviews().takeBack("b2:" + name, tie.id(), "owner", "x"))
        .isInstanceOf(ReviewRefused.class)
        .hasMessageContaining("waits for a decision");

    var accepted = memory.reviews().accept("yes:" + name, tie.id(), null, "owner", "really");
    var note = Said.mail("note:" + name, fact(jane, "vcard:role", "partner", 1, MAIL));
    memory.correct(
        "correct:" + name,
        accepted.accepted().getFirst(),
        new FactValue.Text("partner"),
        note,
        new Generation("owner", "promoted"));
    assertThatThrownBy(() -> memory.reviews().takeBack("b3:" + name, tie.id(), "owner", "x"))
        .isInstanceOf(ReviewRefused.class)
        .hasMessageContaining("something newer was learned");
    assertThat(role(first)).containsExactly("partner");
  }

  @Test
  void settlesOnceAlsoWhenTwoDecideAtOnce() throws Exception {
    var first = remember(memory, fact(jane, "vcard:role", "director", 1, MAIL));
    var tie = review(remember(memory, fact(jane, "vcard:role", "intern", 1, MAIL)));
    List<Callable<Boolean>> decisions =
        List.of(
            () -> went(() -> memory.reviews().accept("a:" + name, tie.id(), null, "a", "")),
            () -> went(() -> memory.reviews().dismiss("b:" + name, tie.id(), "b", "")),
            () -> went(() -> memory.reviews().accept("c:" + name, tie.id(), null, "c", "")));
    try (var threads = Executors.newFixedThreadPool(3)) {
      long through = 0;
      for (var decided : threads.invokeAll(decisions)) {
        through += decided.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(1);
    }
    assertThat(role(first)).hasSize(1);
  }

  @Test
  void theSameVerdictTwiceDoesNothingTwice() {
    remember(memory, fact(jane, "vcard:role", "director", 1, MAIL));
    var tie = review(remember(memory, fact(jane, "vcard:role", "intern", 1, MAIL)));
    var once = memory.reviews().accept("verdict:" + name, tie.id(), null, "owner", "");

    assertThat(memory.reviews().accept("verdict:" + name, tie.id(), null, "owner", ""))
        .isEqualTo(once);
    assertThatThrownBy(() -> memory.reviews().dismiss("other:" + name, tie.id(), "owner", ""))
        .isInstanceOf(ReviewRefused.class)
        .hasMessageContaining("owner settled it");

    var dismissed = review(remember(memory, fact(jane, "vcard:role", "cook", 1, MAIL)));
    memory.reviews().dismiss("no:" + name, dismissed.id(), "owner", "joke");
    assertThat(memory.reviews().dismiss("no:" + name, dismissed.id(), "owner", "joke").status())
        .isEqualTo(WithheldFact.Status.DISMISSED);
  }

  @Test
  void whatBreaksAShapeStaysRefusedAndNothingIsHalfWritten() {
    var wrong = remember(memory, fact(jane, "schema:email", "no address", 1, MAIL));
    var item = wrong.rejected().getFirst();

    assertThatThrownBy(() -> memory.reviews().accept("v:" + name, item.id(), null, "owner", ""))
        .isInstanceOf(ReviewRefused.class)
        .hasMessageContaining("This is not an e-mail address.");
    assertThat(memory.remembered("v:" + name)).isEmpty();
    assertThat(memory.entity(jane.key())).isEmpty();
    assertThatThrownBy(() -> memory.reviews().accept("w:" + name, "w-none", null, "owner", ""))
        .isInstanceOf(ReviewRefused.class)
        .hasMessageContaining("there is no such item");
  }

  @Test
  void whatWasDerivedFromAFallenFactIsStaleTransitively() {
    var base =
        remember(memory, fact(jane, "vcard:role", "director", 1, MAIL)).accepted().getFirst();
    var derived =
        remember(memory, fact(jane, "continuo:prefers", "short mails", 1, MAIL).derivedFrom(base))
            .accepted()
            .getFirst();
    var further =
        remember(memory, fact(jane, "continuo:prefers", "no calls", 1, MAIL).derivedFrom(derived))
            .accepted()
            .getFirst();
    var apart =
        remember(memory, fact(jane, "continuo:prefers", "tea", 1, MAIL)).accepted().getFirst();
    assertThat(memory.fact(base).orElseThrow().derived())
        .extracting(Fact::factId)
        .containsExactly(derived);

    var note = note("She never was.");
    memory.retract(note.key(), base, note, new Generation("owner", ""));

    assertThat(memory.fact(derived).orElseThrow().fact().stale()).isTrue();
    assertThat(memory.fact(further).orElseThrow().fact().stale()).isTrue();
    assertThat(memory.fact(apart).orElseThrow().fact().stale()).isFalse();
    assertThat(memory.reviews().stale(5_000)).extracting(Fact::factId).contains(derived, further);
    assertThat(memory.reviews().keep(derived, "owner", "still so").stale()).isFalse();
    assertThat(memory.reviews().stale(5_000)).extracting(Fact::factId).doesNotContain(derived);
  }

  @Test
  void aBetterSourceForTheSameValueLeavesNothingStale() {
    var base =
        remember(memory, fact(jane, "vcard:role", "director", 1, MAIL)).accepted().getFirst();
    var derived =
        remember(memory, fact(jane, "continuo:prefers", "short mails", 1, MAIL).derivedFrom(base))
            .accepted()
            .getFirst();

    var better = remember(memory, fact(jane, "vcard:role", "director", 1, SIGNED_CONTRACT));
    assertThat(memory.fact(derived).orElseThrow().fact().stale()).isFalse();

    var note = note("She left.");
    memory.retract(note.key(), better.accepted().getFirst(), note, new Generation("owner", ""));
    assertThat(memory.fact(derived).orElseThrow().fact().stale()).isTrue();
  }

  @Test
  void nothingIsDerivedFromWhatIsNotBelieved() {
    var answer =
        remember(memory, fact(jane, "continuo:prefers", "tea", 1, MAIL).derivedFrom("f-nothing"));

    assertThat(answer.rejected())
        .singleElement()
        .extracting(WithheldFact::code)
        .isEqualTo("unknown-base");
    assertThat(memory.entity(jane.key())).isEmpty();
  }

  private static boolean went(Runnable decision) {
    try {
      decision.run();
      return true;
    } catch (ReviewRefused refused) {
      return false;
    }
  }

  private List<String> role(Remembered about) {
    return memory.facts(about.entityIds().get(jane.key())).stream()
        .filter(f -> f.predicate().equals("vcard:role"))
        .map(f -> f.value().words())
        .toList();
  }

  private static WithheldFact review(Remembered remembered) {
    assertThat(remembered.review()).hasSize(1);
    return remembered.review().getFirst();
  }

  private static Episode note(String text) {
    return new Episode("note:" + TestMemory.unique(), "note", day(30), null, "Note", text);
  }
}
