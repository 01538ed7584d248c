package dev.continuo.runtime.decision.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.TableRefused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class BacktestIT {
  private static final int RECORDED = 100_000;
  private ConfigurableApplicationContext app;
  private DecisionTables tables;
  private Backtests backtests;

  @BeforeAll
  void start() {
    app = DecisionTestApp.start(DecisionTestApp.freshDatabase());
    tables = app.getBean(DecisionTables.class);
    backtests = app.getBean(Backtests.class);
  }

  @AfterAll
  void stop() {
    app.close();
  }

  /** Every tenth proposal is worth 1,500, the others 40; all were asked about. */
  private void recordGates() {
    app.getBean(JdbcClient.class)
        .sql(
            """
            INSERT INTO decision_evaluation(at, table_id, version, decision_id, inputs, outputs, hits,
              problems, answered, micros, run_key)
            SELECT now() - interval '1 hour', 'gate-policy', 1, 'gate-policy',
              json_build_object('effectClass', 'outside', 'channel', 'mail',
                'amount', CASE WHEN n % 10 = 0 THEN 1500 + n % 997 ELSE 40 + n % 400 END,
                'clientStanding', 'trusted', 'flowAutonomy', 'supervised'),
              json_build_object('outcome', 'ask', 'reason',
                CASE WHEN n % 10 = 0 THEN 'An amount of 1,000 or more is at stake.'
                  ELSE 'Everything that leaves the house asks first.' END),
              '[]', '[]', true, 10, n
            FROM generate_series(1, ?) n
            """)
        .param(RECORDED)
        .update();
  }

  private Backtest finished(Backtest begun) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> backtests.backtest(begun.id()).orElseThrow().state() != Backtest.State.RUNNING);
    return backtests.backtest(begun.id()).orElseThrow();
  }

  @Test
  void saysInTheOwnersTermsWhatAChangeWouldHaveDone() {
    recordGates();
    var released = tables.released("gate-policy").xml();
    var rest = released.lastIndexOf("\"ask\"</text>");
    var bolder = released.substring(0, rest) + "\"allow\"</text>" + released.substring(rest + 12);
    var from = Instant.now().minus(Duration.ofDays(1));

    var done = finished(backtests.start("gate-policy", bolder, from, Instant.now()));

    assertThat(done.problem()).isNull();
    assertThat(done.state()).isEqualTo(Backtest.State.DONE);
    assertThat(done.asked()).isEqualTo(RECORDED);
    assertThat(done.changed()).isEqualTo(RECORDED * 9 / 10);
    assertThat(done.terms().approvalsSaved()).isEqualTo(RECORDED * 9 / 10);
    assertThat(done.terms().letThrough()).isGreaterThan(new BigDecimal(40L * RECORDED * 9 / 10));
    assertThat(done.terms().words()).contains("90,000 approvals would have been saved.");
    assertThat(done.shifts().getFirst().after()).isEqualTo("allow");
    assertThat(done.changes()).hasSize(Backtest.MOST_CHANGES);
    assertThat(done.changes().getFirst().runKey()).isNotNull();
    System.out.printf("recorded answers backtested per second: %,d%n", done.perSecond());

    var same = finished(backtests.start("gate-policy", released, from, Instant.now()));
    assertThat(same.changed()).isZero();
    assertThat(same.terms().words()).isEmpty();
    System.out.printf("... with nothing changed: %,d%n", same.perSecond());
  }

  @Test
  void aCandidateThatDoesNotCompileIsRefused() {
    assertThatThrownBy(
            () -> backtests.start("severity", "<definitions/>", Instant.EPOCH, Instant.now()))
        .isInstanceOf(TableRefused.class);
  }

  @Test
  void aShadowCountsDifferencesAndGoesOnAfterARestart() {
    var database = DecisionTestApp.freshDatabase();
    String id;
    try (var first = DecisionTestApp.start(database)) {
      var decisions = first.getBean(Decisions.class);
      var released = first.getBean(DecisionTables.class).released("severity").xml();
      decisions.evaluate(asked(1));
      var shadows = first.getBean(Shadows.class);
      id =
          shadows
              .start(
                  "severity",
                  released.replace("\"digest\"</text>", "\"today\"</text>"),
                  Duration.ofDays(7),
                  "Ida")
              .id();
      decisions.evaluate(asked(2));
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> shadows.of("severity").getFirst().changed() == 1);
    }
    try (var again = DecisionTestApp.start(database)) {
      var shadows = again.getBean(Shadows.class);
      again.getBean(Decisions.class).evaluate(asked(3));
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> shadows.of("severity").getFirst().asked() == 2);
      assertThat(shadows.differences(id, 10))
          .hasSize(2)
          .allSatisfy(
              one -> {
                assertThat(one.before()).containsEntry("severity", "digest");
                assertThat(one.after()).containsEntry("severity", "today");
              });
      assertThat(again.getBean(DecisionTables.class).released("severity").version()).isEqualTo(1);
      shadows.end(id, "Seen enough");
      assertThat(shadows.of("severity").getFirst().running()).isFalse();
    }
  }

  private static DecisionRequest asked(long run) {
    return new DecisionRequest(
        "severity", null, Map.of("cardKind", "memory", "hoursUntilDue", 50), run, run, "Ask");
  }
}
