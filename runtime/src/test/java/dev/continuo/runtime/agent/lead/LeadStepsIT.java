package dev.continuo.runtime.agent.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.approval.Severity;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.VerdictGiven;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.Proposal;
import dev.continuo.runtime.flow.StepOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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
        Severity.TODAY,
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
