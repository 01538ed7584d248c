package dev.continuo.runtime.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.GuardFired;
import dev.continuo.runtime.decision.guard.HouseGuards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class EscalationsIT {
  private ConfigurableApplicationContext app;
  private StoredApprovals approvals;
  private Escalations escalations;
  private DecisionTestApp.RememberedTrace trace;

  @BeforeAll
  void start() {
    app = DecisionTestApp.start(DecisionTestApp.freshDatabase());
    trace = app.getBean(DecisionTestApp.RememberedTrace.class);
    var jdbc = app.getBean(JdbcClient.class);
    var json = JsonMapper.shared();
    var decisions = app.getBean(Decisions.class);
    approvals = new StoredApprovals(jdbc, json, new Severities(decisions), trace, app);
    app.addApplicationListener(
        (ApplicationListener<PayloadApplicationEvent<GuardFired>>)
            fired -> new GuardCards(approvals).on(fired.getPayload()));
    escalations =
        new Escalations(
            jdbc,
            approvals,
            decisions,
            app.getBean(DecisionTables.class),
            app.getBean(GuardEvents.class),
            trace,
            app,
            new TransactionTemplate(app.getBean(PlatformTransactionManager.class)),
            new CardReading(json));
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private Card raise(String key, CardKind kind, long run, @Nullable Instant due) {
    return approvals.raise(
        new CardRequest(
            key,
            kind,
            "Answer " + key,
            "A draft is ready",
            run,
            "send",
            new Justification("why", "", List.of(), List.of(), "", List.of()),
            List.of(new CardItem("mail", "A mail", Map.of("text", "Hello"))),
            List.of(
                new CardAction(Verdict.Decision.APPROVED, "Approve", true),
                new CardAction(Verdict.Decision.REJECTED, "Reject", false)),
            due));
  }

  private Card now(Card card) {
    return approvals.card(card.id()).orElseThrow();
  }

  @Test
  void aCardPastItsTimeIsUrgedOnceAndBroughtBackADayLater() {
    var due = Instant.now().plus(Duration.ofHours(10));
    var card = raise("late", CardKind.EFFECT, 77, due);
    approvals.snooze(card.id(), due.plus(Duration.ofDays(9)), "Ida");
    assertThat(card.severity()).isEqualTo(Severity.WORKING_HOURS);

    escalations.look(due.minusSeconds(60));
    assertThat(now(card).severity()).isEqualTo(Severity.WORKING_HOURS);
    escalations.look(due.plusSeconds(60));
    escalations.look(due.plusSeconds(120));
    assertThat(now(card).severity()).isEqualTo(Severity.NOW);
    assertThat(now(card).state()).isEqualTo(Card.State.SNOOZED);

    escalations.look(due.plus(Duration.ofHours(25)));
    assertThat(now(card).state()).isEqualTo(Card.State.OPEN);
    assertThat(
            trace.entries.stream()
                .filter(e -> e.runKey() == 77 && e.key().contains("-escalation-"))
                .map(e -> e.sentence().replaceAll("Escalation v\\d", "Escalation v1")))
        .containsExactly(
            "urges 'Answer late': Its time has passed without an answer. (Escalation v1, row 1: Its"
                + " time has passed)",
            "asks again for 'Answer late': It is a day late. (Escalation v1, row 2: A day late)");
    assertThat(app.getBean(Decisions.class).ofRun(77))
        .filteredOn(one -> one.tableId().equals("escalation"))
        .as("only what was acted on is recorded")
        .hasSize(2);
  }

  @Test
  void cardsThatAskNowAreCountedByKindAndFoundByTheirWords() {
    var before = approvals.counts();
    raise("harbour one", CardKind.EFFECT, 91, null);
    raise("harbour two", CardKind.EFFECT, 92, null);
    raise("harbour 100%", CardKind.OUTCOME, 93, null);
    var later = raise("harbour three", CardKind.EFFECT, 94, null);
    approvals.snooze(later.id(), Instant.now().plus(Duration.ofDays(1)), "Ida");
    var answered = raise("harbour four", CardKind.EFFECT, 95, null);
    approvals.withdraw("harbour four", "its matter ended");

    var after = approvals.counts();
    assertThat(after.get(CardKind.EFFECT)).isEqualTo(before.getOrDefault(CardKind.EFFECT, 0) + 2);
    assertThat(after.get(CardKind.OUTCOME)).isEqualTo(before.getOrDefault(CardKind.OUTCOME, 0) + 1);
    assertThat(after.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(approvals.count());
    assertThat(now(answered).state()).isEqualTo(Card.State.WITHDRAWN);

    assertThat(found("HARBOUR")).containsExactlyInAnyOrder(91L, 92L, 93L);
    assertThat(found("Answer harbour two")).containsExactly(92L);
    assertThat(found("100%")).as("a sign is a sign").containsExactly(93L);
    assertThat(found("harb_ur")).isEmpty();
    assertThat(approvals.open(Set.of(CardKind.OUTCOME), "harbour", 10, 0)).hasSize(1);
    assertThat(approvals.open(Set.of(CardKind.values()), "harbour", 2, 2)).hasSize(1);
  }

  private List<Long> found(String text) {
    return approvals.open(Set.of(CardKind.values()), text, 10, 0).stream()
        .map(Card::runKey)
        .toList();
  }

  @Test
  void theOwnersRuleMayDecline() {
    var tables = app.getBean(DecisionTables.class);
    var draft = tables.draft("escalation");
    tables.saveDraft(
        "escalation",
        draft
            .xml()
            .replace("\"It has been open for two weeks.\"", "\"Nobody wanted it.\"")
            .replaceFirst("(?s)(escalation-old-out-1\">\\s*<text>)\"raise\"", "$1\"decline\""),
        draft.revision());
    tables.release("escalation", "Ida", "Old cards go");
    var card = raise("old", CardKind.EFFECT, 78, null);
    app.getBean(JdbcClient.class)
        .sql("UPDATE card SET raised_at = now() - interval '20 days' WHERE id = ?")
        .param(card.id())
        .update();

    escalations.look(Instant.now());

    assertThat(now(card).state()).isEqualTo(Card.State.DECIDED);
    assertThat(now(card).decided()).isNotNull();
    assertThat(now(card).decided().decision()).isEqualTo(Verdict.Decision.REJECTED);
    assertThat(now(card).decided().note())
        .contains("Nobody wanted it.")
        .containsPattern("Escalation v\\d+, row 5");
  }

  @Test
  void tablesOfBeforeAreUnderstoodAndAskedInTheirOwnWords() {
    var tables = app.getBean(DecisionTables.class);
    for (String table : List.of("severity", "escalation")) {
      var draft = tables.draft(table);
      assertThat(draft.xml()).contains("\"working hours\"");
      tables.saveDraft(
          table, draft.xml().replace("\"working hours\"", "\"today\""), draft.revision());
      tables.release(table, "Ida", "As it was before");
    }
    var card = raise("before", CardKind.EFFECT, 79, null);
    assertThat(card.severity()).isEqualTo(Severity.WORKING_HOURS);
    app.getBean(JdbcClient.class)
        .sql("UPDATE card SET raised_at = now() - interval '20 days' WHERE id = ?")
        .param(card.id())
        .update();

    escalations.look(Instant.now());

    assertThat(app.getBean(Decisions.class).ofRun(79))
        .filteredOn(one -> one.tableId().equals("escalation"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.inputs()).containsEntry("severity", "today");
              assertThat(one.hits().getFirst().ruleId()).isEqualTo("escalation-old");
            });
  }

  @Test
  void twoBrokenPromisesBecomeACardThatSaysWhich() {
    var due = Instant.now().minus(Duration.ofHours(2));
    raise("first promise", CardKind.EFFECT, 90, due);
    raise("second promise", CardKind.EFFECT, 90, due.plusSeconds(60));
    escalations.look(Instant.now());
    escalations.look(Instant.now());

    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .until(() -> approvals.open().stream().anyMatch(card -> card.kind() == CardKind.GUARD));
    var card =
        approvals.open().stream()
            .filter(one -> one.kind() == CardKind.GUARD)
            .findFirst()
            .orElseThrow();
    assertThat(card.title()).isEqualTo("Broken promises");
    assertThat(card.why().evidence())
        .extracting(Justification.Evidence::quote)
        .containsExactly("Answer first promise", "Answer second promise");
    assertThat(app.getBean(HouseGuards.class).firings("broken-promises", 10)).hasSize(1);
  }

  @Test
  void aStuckRunGetsTheDeadlineOfTheSeverityTable() {
    var card = raise("stuck", CardKind.STUCK, 91, null);
    assertThat(card.dueAt())
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
  }
}
