package dev.continuo.runtime.agent.lead;

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
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.approval.Severity;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.VerdictGiven;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.Proposal;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import dev.continuo.runtime.journal.TraceEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

@ResourceLock("memory")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class LeadStepsIT {
  private LeadHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new LeadHouse(data);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void carriesAMailFromReadingToTheReply() {
    String domain = domain();
    LeadHouse.Run run = house.new Run(mail(domain, "1", "New website", ""));

    run.does("read-mail");
    run.does("remember-message");
    run.variables.put("qualification", Leads.qualification("answer", 24));
    run.does("draft-answer");
    assertThat(run.does("send-answer")).isInstanceOf(StepOutcome.Waiting.class);

    assertThat(run.map("lead").get("kind")).isEqualTo("project-inquiry");
    assertThat(run.map("memory").get("knownContact")).isEqualTo(false);
    assertThat(run.map("memory").get("rejected")).isEqualTo(0);
    assertThat(run.map("memory").get("review")).isEqualTo(0);
    String person = String.valueOf(run.map("memory").get("personId"));
    assertThat(words(person))
        .contains(
            "schema:name Ida Storm",
            "schema:worksFor Fjord Hotel AS",
            "schema:telephone +4722550134");
    String request = String.valueOf(run.map("memory").get("requestId"));
    assertThat(words(request))
        .contains(
            "continuo:requestKind project-inquiry",
            "continuo:amount 10000 EUR",
            "continuo:state open",
            "schema:headline New website");

    Proposal asked = house.effects.proposals.getLast();
    assertThat(asked.intents()).extracting(Intent::channel).containsExactly("mail", "calendar");
    assertThat(asked.why().rules())
        .containsExactly("Lead qualification v1, row 12: Project, new contact");
    assertThat(asked.why().evidence())
        .extracting(Justification.Evidence::label)
        .contains("Request", "Amount", "Date");
    assertThat((List<?>) run.map("draft").get("slots")).hasSize(2);

    house.effects.approve(run.key, String.valueOf(run.map("draft").get("text")));
    run.does("remember-promise");

    assertThat(run.map("promise").get("reminderAfter")).isEqualTo("PT72H");
    String owed =
        house.memory.entity((String) run.map("promise").get("commitment")).orElseThrow().id();
    assertThat(words(owed))
        .contains("continuo:state open", "vf:provider Ida Storm", "vf:receiver Kari Berg");
    assertThat(words(request)).contains("continuo:state answered");

    Map<String, Object> reply = house.arrived(reply(domain));
    Map<String, Object> local = LeadHouse.Run.local(run.variables, "mail", reply);
    StepOutcome.Done read =
        (StepOutcome.Done) house.handler("read-mail").handle(run.visit("read-reply", local));
    StepOutcome.Done remembered =
        (StepOutcome.Done)
            house
                .handler("remember-message")
                .handle(
                    run.visit(
                        "remember-reply",
                        LeadHouse.Run.local(run.variables, "lead", read.outputs().get("lead"))));

    assertThat(((Map<?, ?>) remembered.outputs().get("memory")).get("rejected")).isEqualTo(0);
    assertThat(words(owed)).contains("continuo:state kept");
    assertThat(house.memory.references(person, "continuo:requestedBy", AsOf.now())).hasSize(1);
  }

  @Test
  void aReplyEndsWhatWasOwedAlsoWhereTheOwnerHadConfirmedThatItIsOpen() {
    LeadHouse.Run run = answered(mail(domain(), "1", "New website", ""));
    String commitment = (String) run.map("promise").get("commitment");
    var owed = house.memory.entity(commitment).orElseThrow();
    var label = new EntityRef("vf:Commitment", commitment, owed.label());
    var note = new Episode("note:" + run.key, "note", Instant.now(), null, "Note", "still open");
    var approved =
        house.memory.remember(
            "note:" + run.key,
            note,
            new Generation("owner", "by hand"),
            List.of(
                new FactProposal(
                    label,
                    "continuo:state",
                    new FactValue.Text("open"),
                    null,
                    1.0,
                    Evidence.of("still open"),
                    SourceRank.HUMAN_APPROVAL)));
    assertThat(approved.accepted()).hasSize(1);

    Map<?, ?> memory = replies(run, house.arrived(reply(domain())));

    assertThat(memory.get("review")).isEqualTo(0);
    assertThat(words(owed.id()))
        .contains("continuo:state kept")
        .doesNotContain("continuo:state open");
  }

  @Test
  void aReplyThatCameBeforeTheAnswerWasSentEndsWhatWasOwed() {
    LeadHouse.Run run = drafted(mail(domain(), "1", "New website", ""));
    Map<String, Object> early = house.arrived(reply(domain()));
    house.effects.approve(run.key, String.valueOf(run.map("draft").get("text")));
    run.does("remember-promise");
    var owed = house.memory.entity((String) run.map("promise").get("commitment")).orElseThrow();

    Map<?, ?> memory = replies(run, early);

    assertThat(memory.get("review")).isEqualTo(0);
    assertThat(words(owed.id()))
        .contains("continuo:state kept")
        .doesNotContain("continuo:state open");
    assertThat(reserved(run)).isZero();
  }

  @Test
  void theTimesAreFreeAgainWhenTheRunIsOver() {
    LeadHouse.Run run = drafted(mail(domain(), "1", "New website", ""));
    LeadHouse.Run other = drafted(mail(domain(), "1", "New website", ""));

    house
        .context
        .getBean(JournalListener.class)
        .on(List.of(ended(run.key, "ELEMENT_TERMINATED"), ended(other.key, "ELEMENT_ACTIVATED")));

    assertThat(reserved(run)).isZero();
    assertThat(reserved(other)).isEqualTo(2);
  }

  @Test
  void aWriteWhoseRunEndedIsComparedWithMemory() {
    MemoryUpkeep upkeep = house.context.getBean(MemoryUpkeep.class);
    LeadHouse.Run written = cutOff(mail(domain(), "1", "New website", ""));
    LeadHouse.Run alive = cutOff(mail(domain(), "1", "New website", ""));
    LeadHouse.Run unwritten = begun(mail(domain(), "1", "New website", ""));
    house
        .context
        .getBean(MemoryOutbox.class)
        .open(unwritten.visit("remember-message", unwritten.variables), Map::of);
    house.runs.ended.add(written.key);
    house.runs.ended.add(unwritten.key);

    assertThat(upkeep.reconcile(Duration.ofMinutes(1))).isZero();
    assertThat(upkeep.reconcile(Duration.ZERO)).isEqualTo(2);
    assertThat(upkeep.reconcile(Duration.ZERO)).isZero();

    assertThat(told(written)).anyMatch(sentence -> sentence.contains("the write is there"));
    assertThat(told(unwritten)).anyMatch(sentence -> sentence.contains("nothing was remembered"));
    assertThat(told(alive)).noneMatch(sentence -> sentence.contains("was ended"));
  }

  private LeadHouse.Run begun(String raw) {
    LeadHouse.Run run = house.new Run(raw);
    run.does("read-mail");
    return run;
  }

  /** Wrote to memory and was killed before it could say so. */
  private LeadHouse.Run cutOff(String raw) {
    LeadHouse.Run run = begun(raw);
    house.trace.breaksNext = true;
    assertThatThrownBy(() -> run.does("remember-message")).hasMessage("cut off");
    return run;
  }

  private LeadHouse.Run drafted(String raw) {
    LeadHouse.Run run = begun(raw);
    run.does("remember-message");
    run.variables.put("qualification", Leads.qualification("answer", 24));
    run.does("draft-answer");
    run.does("send-answer");
    return run;
  }

  private LeadHouse.Run answered(String raw) {
    LeadHouse.Run run = drafted(raw);
    house.effects.approve(run.key, String.valueOf(run.map("draft").get("text")));
    run.does("remember-promise");
    return run;
  }

  private Map<?, ?> replies(LeadHouse.Run run, Map<String, Object> reply) {
    var read =
        (StepOutcome.Done)
            house
                .handler("read-mail")
                .handle(run.visit("read-reply", LeadHouse.Run.local(run.variables, "mail", reply)));
    var remembered =
        (StepOutcome.Done)
            house
                .handler("remember-message")
                .handle(
                    run.visit(
                        "remember-reply",
                        LeadHouse.Run.local(run.variables, "lead", read.outputs().get("lead"))));
    return (Map<?, ?>) remembered.outputs().get("memory");
  }

  private List<String> told(LeadHouse.Run run) {
    return house.trace.entries.stream()
        .filter(entry -> entry.runKey() == run.key)
        .map(TraceEntry::sentence)
        .toList();
  }

  private static JournalRecord ended(long run, String intent) {
    return new JournalRecord(
        1, 1, Instant.now(), run, run, 1, "PROCESS_INSTANCE", intent, "lead-intake", null);
  }

  @Test
  void remembersWhatWasKnownBeforeAlsoWhenCutOffAfterTheWrite() {
    LeadHouse.Run run = house.new Run(mail(domain(), "1", "New website", ""));
    run.does("read-mail");
    var visit = run.visit("remember-message", run.variables);

    house.trace.breaksNext = true;
    assertThatThrownBy(() -> house.handler("remember-message").handle(visit)).hasMessage("cut off");
    StepOutcome first = house.handler("remember-message").handle(visit);
    StepOutcome again = house.handler("remember-message").handle(visit);

    Map<?, ?> memory = (Map<?, ?>) ((StepOutcome.Done) first).outputs().get("memory");
    assertThat(memory.get("knownContact")).isEqualTo(false);
    assertThat(memory.get("previousRequests")).isEqualTo(0);
    assertThat((List<?>) memory.get("accepted")).isNotEmpty();
    assertThat(again).isEqualTo(first);
    assertThat(house.trace.entries).filteredOn(e -> e.runKey() == run.key).hasSize(2);
  }

  @Test
  void remembersAContactAndSaysOnWhichFactsTheAnswerStands() {
    String domain = domain();
    LeadHouse.Run before = house.new Run(mail(domain, "1", "Old brochure", ""));
    before.does("read-mail");
    before.does("remember-message");
    LeadHouse.Run run = house.new Run(mail(domain, "2", "New website", ""));
    run.does("read-mail");
    run.does("remember-message");
    run.variables.put("qualification", Leads.qualification("answer", 24));
    run.does("draft-answer");
    run.does("send-answer");

    assertThat(run.map("memory").get("knownContact")).isEqualTo(true);
    assertThat(run.map("memory").get("previousRequests")).isEqualTo(1);
    assertThat((String) run.map("draft").get("text")).contains("again").contains("“Old brochure”");
    assertThat((List<?>) run.map("draft").get("factsUsed")).hasSize(2);
    assertThat(house.effects.proposals.getLast().why().evidence())
        .anyMatch(e -> e.label().startsWith("Remembered: "));
    assertThat(house.effects.proposals.getLast().clientStanding()).isEqualTo("known");
  }

  @Test
  void remembersNoCommitmentThatTheOwnerTookOut() {
    LeadHouse.Run run = house.new Run(mail(domain(), "1", "New website", ""));
    run.does("read-mail");
    run.does("remember-message");
    run.variables.put("qualification", Leads.qualification("answer", 24));
    run.does("draft-answer");
    run.does("send-answer");
    house.effects.approve(run.key, "Dear Ida, I will call you. Kari");

    run.does("remember-promise");

    assertThat(run.map("promise").get("commitment")).isNull();
    assertThat(run.map("promise").get("reminderAfter")).isEqualTo("PT72H");
  }

  @Test
  void givesTheTimesBackWhenTheAnswerIsRejected() {
    LeadHouse.Run run = house.new Run(mail(domain(), "1", "New website", ""));
    run.does("read-mail");
    run.does("remember-message");
    run.variables.put("qualification", Leads.qualification("answer", 24));
    run.does("draft-answer");
    assertThat(reserved(run)).isEqualTo(2);

    house.context.publishEvent(
        new VerdictGiven(card(run.key), Verdict.rejected("Kari", "hash", "not now")));

    assertThat(reserved(run)).isZero();
  }

  @Test
  void saysWhatIsWrongWithoutAMailOrASender() {
    LeadHouse.Run run =
        house.new Run("Message-ID: <" + UUID.randomUUID() + "@x>\nSubject: Hello\n\nCall me.\n");
    assertThat(run.does("read-mail")).isInstanceOf(StepOutcome.Done.class);
    assertThat(run.does("remember-message")).isInstanceOf(StepOutcome.Done.class);
    run.variables.put("qualification", Leads.qualification("answer", 24));

    assertThat(run.does("draft-answer")).isInstanceOf(StepOutcome.Incident.class);
    assertThat(run.map("memory").get("rejected")).isEqualTo(0);

    run.variables.remove("mail");
    assertThat(run.does("read-mail")).isInstanceOf(StepOutcome.Incident.class);
  }

  private static Card card(long runKey) {
    return new Card(
        UUID.randomUUID(),
        "effect-1",
        CardKind.EFFECT,
        Severity.WORKING_HOURS,
        "Answer",
        "",
        runKey,
        "send-answer",
        new Justification("why", "", List.of(), List.of(), "", List.of()),
        List.of(),
        List.of(),
        "",
        "hash",
        Card.State.OPEN,
        Instant.now(),
        null,
        null,
        null);
  }

  private int reserved(LeadHouse.Run run) {
    return house
        .context
        .getBean(JdbcClient.class)
        .sql("select count(*) from calendar_hold where hold_key = ? and state <> 'RELEASED'")
        .param(DraftAnswerStep.slotsKey(run.key))
        .query(Integer.class)
        .single();
  }

  private List<String> words(String entity) {
    return house.memory.facts(entity).stream().map(LeadStepsIT::words).toList();
  }

  private static String words(Fact fact) {
    return fact.predicate() + " " + fact.value().words();
  }

  private static String domain() {
    return "h" + UUID.randomUUID().toString().substring(0, 8) + ".example";
  }

  private static String mail(String domain, String number, String subject, String more) {
    return "Message-ID: <%s@%s>\nFrom: Ida Storm <ida@%s>\nTo: kari@bergstudio.example\nSubject: %s\nDate: Wed, 18 Nov 2026 09:00:00 +0000\n%s\n%s"
        .formatted(number, domain, domain, subject, more, Leads.TEXT);
  }

  private static String reply(String domain) {
    return "Message-ID: <9@%s>\nIn-Reply-To: <sent@bergstudio.example>\nFrom: Ida Storm <ida@%s>\nSubject: Re: New website\nDate: Thu, 19 Nov 2026 09:00:00 +0000\n\nFriday is fine.\n"
        .formatted(domain, domain);
  }
}
