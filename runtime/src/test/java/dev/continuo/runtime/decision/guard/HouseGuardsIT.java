package dev.continuo.runtime.decision.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.journal.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Tag("apart")
class HouseGuardsIT {
  private static final Instant START = Instant.parse("2026-05-01T09:00:00Z");

  /** Everything that was acted on. */
  private static List<Firing> acted(ConfigurableApplicationContext app) {
    var acted = new CopyOnWriteArrayList<Firing>();
    app.addApplicationListener(
        (ApplicationListener<PayloadApplicationEvent<GuardFired>>)
            event -> acted.add(event.getPayload().firing()));
    return acted;
  }

  private static List<GuardEvent> months() {
    var random = new Random(11);
    var events = new ArrayList<GuardEvent>();
    var at = START;
    for (int i = 0; i < 2_000; i++) {
      at = at.plus(Duration.ofMinutes(random.nextInt(240)));
      var kind =
          List.of(
                  "reminder-sent",
                  "answer-received",
                  "promise-broken",
                  "step-failed",
                  "connector-failed")
              .get(random.nextInt(5));
      events.add(
          new GuardEvent(
              "e" + i,
              kind,
              "client" + random.nextInt(8),
              at,
              (long) random.nextInt(60),
              "step" + random.nextInt(6),
              0));
    }
    return events;
  }

  private static boolean told(ConfigurableApplicationContext app, long events) {
    return app.getBean(JdbcClient.class)
            .sql(
                "SELECT count(*) FROM guard_event e, guard_mark m WHERE (e.tx, e.seq) <= (m.tx, m.seq)")
            .query(Long.class)
            .single()
        == events;
  }

  @Test
  void aRebuildIsAReplayWithTheSameFiringsAndNoneIsActedOnTwice() {
    var database = DecisionTestApp.freshDatabase();
    var events = months();
    List<Firing> stored;
    try (var app = DecisionTestApp.start(database)) {
      var acted = acted(app);
      app.getBean(GuardEvents.class).tell(events.subList(0, 1_200));
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(120))
          .until(() -> told(app, 1_200));
      stored = app.getBean(HouseGuards.class).firings(5_000);
      assertThat(stored).hasSizeGreaterThan(10);
      assertThat(acted).hasSameSizeAs(stored);
      assertThat(app.getBean(GuardFeed.class).replayed())
          .containsExactlyInAnyOrderElementsOf(stored);
    }
    try (var app = DecisionTestApp.start(database)) {
      var acted = acted(app);
      var events2 = app.getBean(GuardEvents.class);
      events2.tell(
          events.subList(0, 1_200)); // told again, for instance by a batch that comes again
      events2.tell(events.subList(1_200, 2_000));
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(120))
          .until(() -> told(app, 2_000));

      var all = app.getBean(HouseGuards.class).firings(5_000);
      assertThat(all).containsAll(stored).hasSizeGreaterThan(stored.size());
      assertThat(acted).as("only what is new").hasSize(all.size() - stored.size());
      assertThat(acted).doesNotContainAnyElementsOf(stored);
      assertThat(app.getBean(GuardFeed.class).replayed())
          .as("the whole life of the house again, in one go")
          .containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Test
  void theOwnerSwitchesGuardsAndSetsTheirNumbers() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var guards = app.getBean(HouseGuards.class);
      assertThat(guards.all()).hasSize(6).allMatch(WatchingGuard::watching);
      guards.set("broken-promises", true, Map.of("promises", 3L, "days", 30L), "Ida");
      guards.set("reminders-without-answer", false, Map.of(), "Ida");
      assertThatThrownBy(() -> guards.set("broken-promises", true, Map.of("promises", 0L), "Ida"))
          .hasMessageContaining("2 to 20");

      var events = new ArrayList<GuardEvent>();
      for (int i = 0; i < 3; i++) {
        var at = START.plus(Duration.ofDays(i));
        events.add(new GuardEvent("r" + i, "reminder-sent", "h", at, 1L, "", 0));
        events.add(new GuardEvent("p" + i, "promise-broken", "h", at, 1L, "Offer " + i, 0));
      }
      app.getBean(GuardEvents.class).tell(events);
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> told(app, 6));

      assertThat(guards.firings(10))
          .extracting(Firing::sentence)
          .containsExactly("3 promises to h were broken in 30 days.");
      assertThat(guards.firings(10).getFirst().because())
          .extracting(GuardEvent::detail)
          .containsExactly("Offer 0", "Offer 1", "Offer 2");
      assertThat(guards.guard("broken-promises").firings()).isEqualTo(1);
    }
  }

  @Test
  void theJournalTellsOfFailuresAnswersAndMail() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var listener = app.getBean(JournalEvents.class);
      var json = JsonMapper.shared();
      listener.on(
          List.of(
              record(
                  1,
                  "VARIABLE",
                  "CREATED",
                  json.readTree(
                      "{\"name\":\"mail\",\"scopeKey\":9,\"value\":{\"fromAddress\":\"h@fjord.example\"}}")),
              record(
                  2,
                  "PROCESS_MESSAGE_SUBSCRIPTION",
                  "CORRELATED",
                  json.readTree("{\"messageName\":\"mail-reply\"}")),
              record(3, "JOB", "FAILED", json.readTree("{\"type\":\"somebody.elses\"}"))));
      assertThat(
              app.getBean(JdbcClient.class)
                  .sql("SELECT kind || ' ' || subject FROM guard_event ORDER BY seq")
                  .query(String.class)
                  .list())
          .containsExactly("answer-received h@fjord.example", "answer-received the house");
    }
  }

  private static JournalRecord record(
      long position, String type, String intent, tools.jackson.databind.JsonNode payload) {
    return new JournalRecord(position, 1, START, position, 9, 1, type, intent, "step", payload);
  }
}
