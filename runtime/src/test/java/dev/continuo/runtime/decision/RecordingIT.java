package dev.continuo.runtime.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.engine.EngineAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("apart")
class RecordingIT {
  private static final Map<String, Object> STUCK = Map.of("cardKind", "stuck", "hoursUntilDue", 50);
  private static final int THREADS = 16;
  private static final int EACH = 250;

  private static DecisionRequest ofRun(long run) {
    return new DecisionRequest("severity", null, Map.copyOf(STUCK), run, run, "Ask");
  }

  @Test
  void nothingThatWasAnsweredIsLostAtAStop() throws Exception {
    EngineAddresses database = DecisionTestApp.freshDatabase();
    long stored;
    try (var app = DecisionTestApp.start(database);
        var threads = Executors.newFixedThreadPool(THREADS)) {
      var decisions = app.getBean(Decisions.class);
      var jobs = new ArrayList<Callable<Long>>();
      for (int t = 0; t < THREADS; t++) {
        long from = 1_000_000L * (t + 1);
        boolean withRun = t % 2 == 0;
        jobs.add(
            () -> {
              long last = 0;
              for (int i = 0; i < EACH; i++) {
                var request =
                    withRun ? ofRun(from + i) : DecisionRequest.of("severity", Map.copyOf(STUCK));
                last = decisions.evaluate(request).evaluationId();
              }
              return last;
            });
      }
      long begin = System.nanoTime();
      for (var done : threads.invokeAll(jobs)) {
        assertThat(done.get()).isPositive();
      }
      System.out.printf(
          "recorded answers per second: %,.0f%n",
          THREADS * EACH / ((System.nanoTime() - begin) / 1e9));
    }
    try (var app = DecisionTestApp.start(database)) {
      var jdbc = app.getBean(JdbcClient.class);
      stored = jdbc.sql("SELECT count(*) FROM decision_evaluation").query(Long.class).single();
      assertThat(stored).isEqualTo(THREADS * EACH);
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> app.getBean(Decisions.class).use("severity").evaluations() == stored);
      var rows = app.getBean(Decisions.class).use("severity").rows();
      assertThat(rows.stream().mapToLong(TableUse.Row::hits).sum()).isEqualTo(stored);
    }
  }

  @Test
  void aRunHasItsAnswerStoredBeforeItGoesOn() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var id = app.getBean(Decisions.class).evaluate(ofRun(7)).evaluationId();
      assertThat(
              app.getBean(JdbcClient.class)
                  .sql("SELECT count(*) FROM decision_evaluation WHERE id = ?")
                  .param(id)
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void whatNoRunWaitsForIsStoredInTheOrderItCameAndSoon() {
    int many = 5_000;
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var decisions = app.getBean(Decisions.class);
      decisions.evaluate(DecisionRequest.of("severity", Map.copyOf(STUCK)));
      long begin = System.nanoTime();
      long last = 0;
      for (int i = 0; i < many; i++) {
        last = decisions.evaluate(DecisionRequest.of("severity", Map.copyOf(STUCK))).evaluationId();
      }
      var latest = decisions.latest("severity", 10);
      System.out.printf(
          "answers recorded by one asker per second: %,.0f%n",
          many / ((System.nanoTime() - begin) / 1e9));
      assertThat(latest.getFirst().evaluationId()).isEqualTo(last);
    }
  }

  @Test
  void rowsThatDoNotHitAreKnown() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var decisions = app.getBean(Decisions.class);
      decisions.evaluate(ofRun(1));
      decisions.evaluate(ofRun(2));
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(30))
          .until(() -> decisions.use("severity").evaluations() == 2);

      var use = decisions.use("severity");
      assertThat(use.rows()).hasSizeGreaterThan(5);
      assertThat(use.rows().get(1).hits()).as("row 2: a run is stuck").isEqualTo(2);
      assertThat(use.rows().get(1).last()).isNotNull();
      assertThat(use.rows().get(0).hits()).isZero();
      var inHundredDays = Instant.now().plus(Duration.ofDays(100));
      assertThat(use.rows().get(0).idle(use, Duration.ofDays(90), inHundredDays)).isTrue();
      assertThat(use.rows().get(0).idle(use, Duration.ofDays(90), Instant.now())).isFalse();
    }
  }

  @Test
  void aPreviewLeavesNoRecord() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var decisions = app.getBean(Decisions.class);
      assertThat(decisions.preview(ofRun(3)).outputs()).containsEntry("severity", "now");
      assertThat(decisions.ofRun(3)).isEmpty();
    }
  }
}
