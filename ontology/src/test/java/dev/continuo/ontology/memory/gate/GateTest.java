package dev.continuo.ontology.memory.gate;

import static dev.continuo.ontology.memory.SourceRank.EXTRACTED;
import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.SourceRank.SIGNED_CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.FactValue.Ref;
import dev.continuo.ontology.memory.FactValue.Text;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.RetractionRefused;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.WithheldFact.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");
  private static final EntityRef JANE =
      new EntityRef("schema:Person", "mailto:jane@acme.example", "Jane Doe");
  private static final EntityRef ACME =
      new EntityRef("org:Organization", "domain:acme.example", "Acme");
  private static final EntityRef OWNER =
      new EntityRef("schema:Person", "mailto:me@studio.example", "Sam");

  private final PaperStore store = new PaperStore();
  private int mails;

  @Test
  void takesTheFactsOfAMail() {
    var plan =
        remember(
            fact(JANE, "schema:name", new Text("Jane Doe")),
            fact(JANE, "schema:email", new Text("jane@acme.example")),
            fact(JANE, "schema:worksFor", new Ref(ACME)));

    assertThat(plan.withheld()).isEmpty();
    assertThat(plan.facts())
        .extracting(f -> f.predicate(), f -> f.valid().from(), f -> f.sentence())
        .containsExactly(
            tuple("schema:name", MARCH, "Jane Doe is called Jane Doe."),
            tuple("schema:email", MARCH, "Jane Doe has the e-mail address jane@acme.example."),
            tuple("schema:worksFor", MARCH, "Jane Doe works for Acme."));
    assertThat(plan.entities()).extracting(e -> e.kind()).hasSize(2);
  }

  @Test
  void fallsBackToTheTimeOfTheEpisodeAndNeverToNow() {
    assertThat(remember(fact(JANE, "schema:name", new Text("Jane"))).facts())
        .extracting(f -> f.valid().from())
        .containsExactly(MARCH);
  }

  @Test
  void refusesWithTheShapesOwnWordsAndKeepsTheRest() {
    var plan =
        remember(
            fact(JANE, "schema:name", new Text("Jane")),
            fact(JANE, "schema:email", new Text("not an address")));

    assertThat(plan.facts()).extracting(f -> f.predicate()).containsExactly("schema:name");
    assertRejected(plan, "shape", "This is not an e-mail address.");
  }

  @Test
  void refusesACommitmentWithoutCreditorAsAWhole() {
    var commitment = new EntityRef("vf:Commitment", "commitment:1", "Answer Jane");
    var plan =
        remember(
            fact(commitment, "vf:provider", new Ref(OWNER)),
            fact(commitment, "schema:description", new Text("Answer by Friday")));

    assertThat(plan.facts()).isEmpty();
    assertThat(plan.entities()).isEmpty();
    assertThat(plan.withheld())
        .hasSize(2)
        .allSatisfy(
            w ->
                assertThat(w.message())
                    .contains(
                        "A commitment needs exactly one person or organisation that it is owed"
                            + " to."));
  }

  @Test
  void refusesToPointAtSomethingThatWasRefused() {
    var request = new EntityRef("continuo:Request", "request:1", "A quote");
    var message = new EntityRef("schema:EmailMessage", "message:1", "Hello");
    var plan =
        remember(
            fact(message, "schema:headline", new Text("Hello")),
            fact(message, "continuo:answers", new Ref(request)),
            fact(request, "continuo:requestKind", new Text("quote")));

    assertThat(plan.facts()).extracting(f -> f.predicate()).containsExactly("schema:headline");
    assertThat(plan.withheld())
        .extracting(WithheldFact::code)
        .containsExactlyInAnyOrder("refused-target", "shape");
  }

  @Test
  void refusesACommitmentToOneself() {
    var commitment = new EntityRef("vf:Commitment", "commitment:1", "Answer");
    var plan =
        remember(
            fact(commitment, "vf:provider", new Ref(OWNER)),
            fact(commitment, "vf:receiver", new Ref(OWNER)),
            fact(commitment, "schema:description", new Text("Answer")));

    assertThat(plan.facts()).isEmpty();
    assertThat(plan.withheld())
        .anySatisfy(
            w -> assertThat(w.message()).startsWith("Nobody can owe a commitment to themselves."));
  }

  @Test
  void refusesWhatTheSourceDoesNotSay() {
    var proposal =
        new FactProposal(
            JANE, "schema:name", new Text("Jane"), null, 0.9, Evidence.of("My name is Jane"), MAIL);
    var plan = store.remember(mail("Something else entirely."), proposal);

    assertRejected(
        plan, "not-in-source", "The source does not contain the sentence 'My name is Jane'.");
  }

  @Test
  void findsAQuoteWhateverItsWhiteSpace() {
    var proposal =
        new FactProposal(
            JANE, "schema:name", new Text("Jane"), null, 1, Evidence.of("My name is Jane"), MAIL);
    var plan = store.remember(mail("Hello.\nMy name\r\n  is Jane"), proposal);

    assertThat(plan.facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.evidence().start()).isEqualTo(7);
              assertThat(fact.evidence().end()).isEqualTo(25);
            });
  }

  @Test
  void refusesByName() {
    assertRejected(
        remember(
            new FactProposal(JANE, "schema:name", new Text("J"), null, 1, Evidence.of(" "), MAIL)),
        "shape",
        "There is no sentence in the source that says so.");
    assertRejected(
        remember(
            new FactProposal(
                JANE, "schema:name", new Text("J"), null, 1.5, Evidence.of("quote"), MAIL)),
        "shape",
        "The confidence must be a number from 0 to 1.");
    assertRejected(
        remember(
            new FactProposal(
                JANE, "schema:name", new Text("J"), null, Double.NaN, Evidence.of("quote"), MAIL)),
        "shape",
        "The confidence must be a number from 0 to 1.");
    assertRejected(
        remember(
            new FactProposal(
                JANE, "schema:name", new Text("J"), JUNE, MARCH, 1, Evidence.of("quote"), MAIL)),
        "shape",
        "It ends before it begins.");
    assertRejected(
        remember(fact(JANE, "foaf:knows", new Text("Joe"))),
        "unknown-predicate",
        "'foaf:knows' is not a predicate of the vocabulary.");
    assertRejected(
        remember(fact(new EntityRef("Person`)-[:X", "k:1", "x"), "schema:name", new Text("J"))),
        "unknown-kind",
        "'Person`)-[:X' is not a kind of the vocabulary.");
    assertRejected(
        remember(fact(JANE, "vf:due", new FactValue.Moment(JUNE))),
        "wrong-kind",
        "'is due' is said of commitment or invoice or milestone, not of person.");
    assertRejected(
        remember(fact(JANE, "schema:worksFor", new Ref(OWNER))),
        "wrong-kind",
        "'works for' points to organisation, not to person.");
    assertRejected(
        remember(fact(JANE, "schema:email", new FactValue.Flag(true))),
        "wrong-type",
        "'has the e-mail address' takes a value of the type text, not flag.");
    assertRejected(
        remember(
            fact(new EntityRef("schema:Person", "two\nlines", "x"), "schema:name", new Text("J"))),
        "bad-key",
        "An entity needs a key of 1 to 512 characters on one line.");
  }

  @Test
  void refusesAKeyThatBelongsToSomethingElse() {
    remember(fact(JANE, "schema:name", new Text("Jane")));

    assertRejected(
        remember(
            fact(
                new EntityRef("org:Organization", JANE.key(), "Acme"),
                "schema:name",
                new Text("Acme"))),
        "kind-conflict",
        "The key 'mailto:jane@acme.example' already belongs to something of another kind.");
  }

  @Test
  void sendsALowerRankToReview() {
    remember(fact(JANE, "schema:worksFor", new Ref(ACME), MARCH, SIGNED_CONTRACT));

    var plan = remember(fact(JANE, "schema:worksFor", new Ref(other()), JUNE, MAIL));

    assertThat(plan.facts()).isEmpty();
    assertThat(plan.withheld())
        .singleElement()
        .satisfies(
            withheld -> {
              assertThat(withheld.status()).isEqualTo(Status.REVIEW);
              assertThat(withheld.code()).isEqualTo("lower-rank");
              assertThat(withheld.message()).contains("signed contract");
              assertThat(withheld.conflictingFactId()).isNotNull();
            });
  }

  @Test
  void sendsATieAndAnUnclearDateToReview() {
    remember(fact(JANE, "schema:worksFor", new Ref(ACME)));

    assertThat(remember(fact(JANE, "schema:worksFor", new Ref(other()))).withheld())
        .extracting(WithheldFact::status, WithheldFact::code)
        .containsExactly(tuple(Status.REVIEW, "tie"));
    assertThat(
            remember(
                    fact(
                        JANE,
                        "schema:telephone",
                        new Text("+49 30 1234"),
                        Instant.parse("0026-03-01T00:00:00Z"),
                        MAIL))
                .withheld())
        .extracting(WithheldFact::status, WithheldFact::code)
        .containsExactly(tuple(Status.REVIEW, "unclear-date"));
  }

  @Test
  void aFactThatArrivesLateFillsItsOwnInterval() {
    remember(fact(JANE, "vcard:role", new Text("intern"), at("2026-01-01"), MAIL));
    remember(fact(JANE, "vcard:role", new Text("director"), at("2026-09-01"), MAIL));
    var before = store.recordedNow();

    remember(fact(JANE, "vcard:role", new Text("engineer"), at("2026-05-01"), MAIL));

    var now = store.recordedNow();
    assertThat(store.value("vcard:role", at("2026-04-01"), now)).hasValue("intern");
    assertThat(store.value("vcard:role", at("2026-06-01"), now)).hasValue("engineer");
    assertThat(store.value("vcard:role", at("2026-10-01"), now)).hasValue("director");
    assertThat(store.value("vcard:role", at("2026-06-01"), before)).hasValue("intern");
  }

  @Test
  void theHigherRankOfOneWriteWinsWhateverTheOrder() {
    var plan =
        remember(
            fact(JANE, "vcard:role", new Text("boss"), MARCH, EXTRACTED),
            fact(JANE, "vcard:role", new Text("engineer"), MARCH, MAIL));

    assertThat(plan.facts()).extracting(f -> f.value().words()).containsExactly("engineer");
    assertThat(plan.withheld()).extracting(WithheldFact::code).containsExactly("lower-rank");
  }

  @Test
  void oneWriteMayHoldAHistory() {
    var plan =
        remember(
            fact(JANE, "vcard:role", new Text("intern"), at("2026-01-01"), MAIL),
            fact(JANE, "vcard:role", new Text("director"), at("2026-09-01"), MAIL),
            fact(JANE, "vcard:role", new Text("engineer"), at("2026-05-01"), MAIL));

    assertThat(plan.closed()).isEmpty();
    assertThat(plan.facts())
        .extracting(f -> f.value().words(), f -> f.valid().from(), f -> f.valid().to())
        .containsExactlyInAnyOrder(
            tuple("intern", at("2026-01-01"), at("2026-05-01")),
            tuple("engineer", at("2026-05-01"), at("2026-09-01")),
            tuple("director", at("2026-09-01"), null));
  }

  @Test
  void aSecondKeyFindsTheSamePersonAndANameNeverDoes() {
    remember(fact(JANE, "schema:name", new Text("Jane Doe")));
    var id = store.lines.getFirst().row.subjectId();

    var other =
        new EntityRef(
            "schema:Person", "mailto:jane@home.example", "Jane", List.of(JANE.key(), "Janie"));
    var namesake = new EntityRef("schema:Person", "mailto:jane@else.example", "Jane Doe");

    assertThat(remember(fact(other, "schema:telephone", new Text("+49 30 1234"))).facts())
        .extracting(f -> f.subjectId())
        .containsExactly(id);
    assertThat(remember(fact(namesake, "schema:telephone", new Text("+49 30 1234"))).facts())
        .extracting(f -> f.subjectId())
        .isNotEmpty()
        .doesNotContain(id);
  }

  @Test
  void aKeyOfSomebodyElseIsNotedAndNotTaken() {
    remember(fact(JANE, "schema:name", new Text("Jane Doe")));
    remember(fact(OWNER, "schema:name", new Text("Sam")));
    var claims = new EntityRef("schema:Person", JANE.key(), "Jane Doe", List.of(OWNER.key()));

    var plan = remember(fact(claims, "schema:telephone", new Text("+49 30 1234")));

    assertThat(plan.entities())
        .singleElement()
        .satisfies(entity -> assertThat(entity.maybeSame()).hasSize(1));
  }

  @Test
  void refusesToTakeAwayWhatSomethingCannotBeWithout() {
    var request = new EntityRef("continuo:Request", "request:1", "A quote");
    remember(
        fact(request, "continuo:requestKind", new Text("quote")),
        fact(request, "continuo:requestedBy", new Ref(JANE)));
    var kind = store.lines.getFirst().row;

    assertThatThrownBy(() -> store.write(retraction(kind, request)))
        .isInstanceOf(RetractionRefused.class)
        .hasMessageContaining("A request needs exactly one kind");
  }

  @Test
  void aCorrectionTakesTheWholeInterval() {
    remember(fact(JANE, "vcard:role", new Text("intern"), at("2026-01-01"), SIGNED_CONTRACT));
    remember(fact(JANE, "vcard:role", new Text("boss"), at("2026-09-01"), SIGNED_CONTRACT));
    var intern = store.lines.getFirst().row;
    var believed = store.lines.stream().filter(l -> l.recordedTo == null).toList();
    var misread = believed.getFirst().row;
    assertThat(misread.value()).isEqualTo(intern.value());

    var note = mail("quote");
    var plan =
        store.write(
            new Write(
                note.key(),
                note,
                new Generation("owner", ""),
                List.of(
                    new FactProposal(
                        JANE,
                        "vcard:role",
                        new Text("internal auditor"),
                        misread.valid().from(),
                        misread.valid().to(),
                        1,
                        Evidence.of("quote"),
                        SIGNED_CONTRACT)),
                new Retirement(
                    misread.factId(), misread.slotKey(), misread.subjectId(), JANE.kind())));

    assertThat(plan.facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.valid()).isEqualTo(misread.valid());
              assertThat(fact.supersedes()).containsExactly(misread.factId());
            });
    assertThat(store.value("vcard:role", at("2026-10-01"), store.recordedNow())).hasValue("boss");
  }

  @Test
  void aCorrectionThatBreaksAShapeChangesNothing() {
    remember(fact(JANE, "schema:telephone", new Text("+49 30 1234")));
    var phone = store.lines.getFirst().row;
    var note = mail("quote");

    var plan =
        store.write(
            new Write(
                note.key(),
                note,
                new Generation("owner", ""),
                List.of(
                    new FactProposal(
                        JANE,
                        "schema:telephone",
                        new Text("call me"),
                        phone.valid().from(),
                        1,
                        Evidence.of("quote"),
                        MAIL)),
                new Retirement(phone.factId(), phone.slotKey(), phone.subjectId(), JANE.kind())));

    assertRejected(plan, "shape", "This is not a phone number.");
    assertThat(plan.closed()).isEmpty();
  }

  private Write retraction(StoredRow row, EntityRef subject) {
    var note = mail("It was wrong.");
    return new Write(
        note.key(),
        note,
        new Generation("owner", ""),
        List.of(),
        new Retirement(row.factId(), row.slotKey(), row.subjectId(), subject.kind()));
  }

  private static void assertRejected(WritePlan plan, String code, String message) {
    assertThat(plan.withheld())
        .extracting(WithheldFact::status, WithheldFact::code, WithheldFact::message)
        .containsExactly(tuple(Status.REJECTED, code, message));
  }

  private WritePlan remember(FactProposal... proposals) {
    return store.remember(mail("quote"), proposals);
  }

  private Episode mail(String text) {
    return new Episode("mail:" + ++mails, "mail", MARCH, null, "A mail", text);
  }

  private static EntityRef other() {
    return new EntityRef("org:Organization", "domain:other.example", "Other");
  }

  private static FactProposal fact(EntityRef subject, String predicate, FactValue value) {
    return fact(subject, predicate, value, null, MAIL);
  }

  private static FactProposal fact(
      EntityRef subject,
      String predicate,
      FactValue value,
      @Nullable Instant from,
      SourceRank rank) {
    return new FactProposal(subject, predicate, value, from, 0.9, Evidence.of("quote"), rank);
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }
}
