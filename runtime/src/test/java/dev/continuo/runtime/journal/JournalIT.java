package dev.continuo.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.engine.testing.TestEngines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** The read model, the trace and the log over recorded records. */
@Tag("apart")
class JournalIT {
  private static final long RUN = 2251799813685300L;
  private static final String DAY = "2026-11-22";

  @TempDir Path data;
  private final List<JournalRecord> heard = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failures = new AtomicInteger();
  private JournalHouse house;
  private RecordedEngine engine;

  @BeforeEach
  void open() {
    house =
        new JournalHouse(
            TestEngines.shared().freshDatabase(),
            data,
            batch -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("The listener is not ready");
              }
              heard.addAll(batch);
            });
    engine = new RecordedEngine(house.jdbc());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aRunIsSeenFromItsStartToItsEnd() {
    start();
    engine.element(RUN, RUN + 1, "start", "START_EVENT", "ELEMENT_ACTIVATED");
    engine.element(RUN, RUN + 1, "start", "START_EVENT", "ELEMENT_COMPLETED");
    engine.element(RUN, RUN + 2, "f1", "SEQUENCE_FLOW", "SEQUENCE_FLOW_TAKEN");
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    house.awaitCaughtUp();

    Run run = house.runs().get(RUN).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.summary().flowId()).isEqualTo("lead-intake");
    assertThat(run.summary().version()).isEqualTo(2);
    assertThat(run.summary().title()).isEqualTo("Twenty chairs");
    assertThat(run.summary().startKey()).isEqualTo("mail:<1@berg.example>");
    assertThat(run.summary().openElementIds()).containsExactly("read");
    assertThat(run.completedElements()).containsExactly("start");
    assertThat(run.takenFlows()).containsExactly("f1");
    assertThat(house.runs().counts(RunFilter.ALL)).containsEntry(RunState.RUNNING, 1L);

    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_COMPLETED");
    engine.process(RUN, "lead-intake", "ELEMENT_COMPLETED");
    house.awaitCaughtUp();
    run = house.runs().get(RUN).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.summary().endedAt()).isAfter(run.summary().startedAt());
    assertThat(run.activeElements()).isEmpty();
    assertThat(house.runs().counts(RunFilter.ALL))
        .containsEntry(RunState.RUNNING, 0L)
        .containsEntry(RunState.COMPLETED, 1L);
  }

  @Test
  void aRunWaitsWhenAllItsPlacesWait() {
    start();
    engine.element(RUN, RUN + 3, "answer", "USER_TASK", "ELEMENT_ACTIVATED");
    assertThat(state()).isEqualTo(RunState.WAITING);
    engine.element(RUN, RUN + 4, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    assertThat(state()).isEqualTo(RunState.RUNNING);
    long week = engine.now().plus(Duration.ofDays(7)).toEpochMilli();
    engine.job(RUN, 9, RUN + 4, "read", "TIMEOUT_UPDATED", Map.of("deadline", week));
    assertThat(state()).as("its job is parked for an approval").isEqualTo(RunState.WAITING);
    engine.job(RUN, 9, RUN + 4, "read", "TIMED_OUT", Map.of());
    assertThat(state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aRenewedLeaseIsNoWait() {
    start();
    engine.element(RUN, RUN + 4, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    long soon = engine.now().plusSeconds(30).toEpochMilli();
    engine.job(RUN, 9, RUN + 4, "read", "TIMEOUT_UPDATED", Map.of("deadline", soon));
    assertThat(state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void anIncidentIsShownUntilItIsResolved() throws Exception {
    start();
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    engine.incident(RUN, 40, RUN + 3, "read", "CREATED", "The disk is full\u0000 <b>now</b>");
    assertThat(state()).isEqualTo(RunState.INCIDENT);
    Run.Incident incident = house.runs().get(RUN).orElseThrow().incidents().getFirst();
    assertThat(incident.message()).startsWith("The disk is full");
    assertThat(incident.resolvedAt()).isNull();

    engine.incident(RUN, 40, RUN + 3, "read", "RESOLVED", "");
    assertThat(state()).isEqualTo(RunState.RUNNING);
    assertThat(house.runs().get(RUN).orElseThrow().incidents().getFirst().resolvedAt()).isNotNull();
    assertThat(house.log(DAY))
        .anyMatch(
            line ->
                line.endsWith("is stuck at *Read the mail*: The disk is full \\<b\\>now\\</b\\>."));
  }

  @Test
  void findsTheRunOfAStart() {
    assertThat(house.journal().runStartedWith("mail:<1@berg.example>")).isEmpty();
    start();
    engine.startMessage(RUN + 100, "lead-intake", "thread-7");
    house.awaitCaughtUp();
    assertThat(house.journal().runStartedWith("mail:<1@berg.example>")).contains(RUN);
    assertThat(house.journal().runStartedWith("thread-7")).contains(RUN + 100);
  }

  @Test
  void aUserTaskCarriesItsOwnVariablesUntilItsJobIsDone() {
    start();
    engine.element(RUN, RUN + 3, "answer", "USER_TASK", "ELEMENT_ACTIVATED");
    engine.variable(RUN, RUN + 3, "question", "Shall we?");
    engine.variable(RUN, RUN + 3, "question", "Shall we really?");
    engine.variable(RUN, RUN, "other", 5);
    engine.job(
        RUN,
        9,
        RUN + 3,
        "answer",
        "CREATED",
        Map.of("type", UserTaskJob.JOB_TYPE, "customHeaders", Map.of("form", "card")));
    house.awaitCaughtUp();
    UserTaskJob task = house.journal().openUserTask(9).orElseThrow();
    assertThat(task.runKey()).isEqualTo(RUN);
    assertThat(task.elementInstanceKey()).isEqualTo(RUN + 3);
    assertThat(task.headers()).containsEntry("form", "card");
    assertThat(task.variables()).isEqualTo(Map.of("question", "Shall we really?"));
    assertThat(house.journal().variables(RUN, RUN)).containsEntry("other", 5);

    engine.job(RUN, 9, RUN + 3, "answer", "COMPLETED", Map.of("type", UserTaskJob.JOB_TYPE));
    house.awaitCaughtUp();
    assertThat(house.journal().openUserTasks()).isEmpty();
  }

  @Test
  void aFenceIsSeenOnceItCameThrough() throws Exception {
    assertThat(house.journal().await("f-1", Duration.ofMillis(50))).isFalse();
    engine.message(Journal.FENCE_MESSAGE, "f-1");
    assertThat(house.journal().await("f-1", Duration.ofSeconds(10))).isTrue();
    assertThat(house.journal().sees("f-2")).isFalse();
  }

  @Test
  void listenersHearEachRecordOnceAndInOrderAlsoAfterAFailure() throws Exception {
    failures.set(1);
    start();
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    house.awaitCaughtUp();
    assertThat(heard).extracting(JournalRecord::position).isSorted().doesNotHaveDuplicates();
    assertThat(heard.getLast().position()).isEqualTo(engine.position());
    assertThat(heard.getLast().text("bpmnElementType")).isEqualTo("SERVICE_TASK");
    assertThat(house.log(DAY)).filteredOn(line -> line.endsWith("started.")).hasSize(1);
    assertThat(house.journal().problem()).isEmpty();
  }

  @Test
  void theLogTellsEachTransitionInPlainWords() throws Exception {
    start();
    engine.element(RUN, RUN + 1, "start", "START_EVENT", "ELEMENT_ACTIVATED");
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_COMPLETED");
    engine.element(RUN, RUN + 4, "answer", "USER_TASK", "ELEMENT_ACTIVATED");
    house.trace().record(entry("a-1", RUN + 4, "asks you about the answer to [Anna](x)."));
    house.trace().record(entry("a-1", RUN + 4, "asks you about the answer to [Anna](x)."));
    engine.element(RUN, RUN + 5, "done", "END_EVENT", "ELEMENT_ACTIVATED");
    engine.process(RUN, "lead-intake", "ELEMENT_COMPLETED");
    house.awaitCaughtUp();
    String who = "Lead intake “Twenty chairs” (run " + RUN + ") ";
    assertThat(house.log(DAY).subList(0, 2)).containsExactly("# " + DAY, "");
    assertThat(house.log(DAY).subList(2, house.log(DAY).size()))
        .allMatch(line -> line.startsWith("- 14:00:0"), "in the owner's zone")
        .extracting(line -> line.substring("- 14:00:00 ".length()))
        .containsExactlyInAnyOrder(
            who + "started.",
            who + "works on *Read the mail*.",
            who + "waits at *Answer the lead*.",
            who + "asks you about the answer to \\[Anna\\](x).",
            who + "reaches *Answered*.",
            who + "is finished.");
  }

  @Test
  void theTraceHangsEachEntryUnderItsCause() {
    start();
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_ACTIVATED");
    Instant reading = engine.now();
    engine.later(5);
    engine.element(RUN, RUN + 3, "read", "SERVICE_TASK", "ELEMENT_COMPLETED");
    engine.element(RUN, RUN + 4, "many", "SUB_PROCESS", "ELEMENT_ACTIVATED");
    engine.inner(RUN, RUN + 4, RUN + 5, "answer", "USER_TASK", "ELEMENT_ACTIVATED");
    engine.process(RUN, "lead-intake", "ELEMENT_TERMINATED");
    house
        .trace()
        .record(
            new TraceEntry(
                "m-1",
                RUN,
                RUN + 3,
                "read",
                TraceKind.MEMORY,
                "remembers Anna Berg.",
                Map.of("facts", 3),
                reading.plusSeconds(1)));
    house
        .trace()
        .record(
            new TraceEntry(
                "card-1",
                RUN,
                null,
                "read",
                TraceKind.APPROVAL,
                "asks who Anna is.",
                Map.of(),
                reading.plusSeconds(2)));
    house.awaitCaughtUp();

    assertThat(house.trace().of(RUN))
        .extracting(line -> "  ".repeat(line.depth()) + line.sentence())
        .containsExactly(
            "started.",
            "works on “Read the mail”.",
            "  remembers Anna Berg.",
            "  asks who Anna is.",
            "enters “Each attachment”.",
            "  waits at “Answer the lead”.",
            "was stopped.");
    TraceLine read = house.trace().of(RUN).get(1);
    assertThat(read.took()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    assertThat(house.trace().of(RUN).get(2).details()).containsEntry("facts", 3);
  }

  @Test
  void anEntryOfARolledBackTransactionLeavesNothing() throws Exception {
    start();
    new TransactionTemplate(house.transactions())
        .executeWithoutResult(
            status -> {
              house.trace().record(entry("gone", RUN, "never happened."));
              status.setRollbackOnly();
            });
    house.trace().record(entry("kept", RUN, "happened."));
    house.awaitCaughtUp();
    assertThat(house.log(DAY)).noneMatch(line -> line.contains("never"));
    assertThat(house.trace().of(RUN)).extracting(TraceLine::sentence).contains("happened.");
  }

  @Test
  void pagesAndFiltersRuns() {
    for (int i = 0; i < 25; i++) {
      long run = RUN + i * 100L;
      engine.flowId = i % 2 == 0 ? "lead-intake" : "billing";
      engine.variable(run, run, "title", i % 5 == 0 ? "Chairs for Graz " + i : "Tables " + i);
      engine.process(run, engine.flowId, "ELEMENT_ACTIVATED");
      if (i < 10) {
        engine.process(run, engine.flowId, "ELEMENT_COMPLETED");
      }
    }
    house.awaitCaughtUp();
    List<Long> all = new ArrayList<>();
    String next = null;
    do {
      RunPage page = house.runs().list(RunFilter.ALL, next, 10);
      page.runs().forEach(run -> all.add(run.runKey()));
      next = page.next();
    } while (next != null);
    assertThat(all).hasSize(25).doesNotHaveDuplicates();
    assertThat(all.getFirst()).isEqualTo(RUN + 2_400);

    assertThat(list(new RunFilter(null, RunState.COMPLETED, null))).hasSize(10);
    assertThat(list(new RunFilter("billing", RunState.RUNNING, null))).hasSize(7);
    assertThat(list(new RunFilter(null, null, "chairs gra"))).hasSize(5);
    assertThat(list(new RunFilter(null, null, "' OR 1=1 --"))).isEmpty();
    assertThat(list(new RunFilter(null, null, "&&!"))).isEmpty();
    assertThat(list(new RunFilter(null, null, "" + (RUN + 300)))).containsExactly(RUN + 300);
  }

  private List<Long> list(RunFilter filter) {
    return house.runs().list(filter, null, 100).runs().stream().map(RunSummary::runKey).toList();
  }

  private void start() {
    engine.variable(RUN, RUN, "startKey", "mail:<1@berg.example>");
    engine.variable(RUN, RUN, "mail", Map.of("subject", "Twenty\n  chairs"));
    engine.process(RUN, "lead-intake", "ELEMENT_ACTIVATED");
  }

  private RunState state() {
    house.awaitCaughtUp();
    return house.runs().get(RUN).orElseThrow().state();
  }

  private TraceEntry entry(String key, long element, String sentence) {
    return new TraceEntry(
        key, RUN, element, "answer", TraceKind.NOTE, sentence, Map.of(), engine.now());
  }

  @Test
  void standsByWhileAnotherAppProjects() {
    try (JournalHouse second = new JournalHouse(house.addresses(), data.resolve("second"))) {
      start();
      house.awaitCaughtUp();
      assertThat(second.runs().get(RUN)).isPresent();
      house.close();
      engine = engine.on(second.jdbc());
      engine.process(RUN + 100, "lead-intake", "ELEMENT_ACTIVATED");
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(() -> second.runs().get(RUN + 100).isPresent());
    }
  }
}
