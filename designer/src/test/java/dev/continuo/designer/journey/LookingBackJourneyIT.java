package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a change would have done, what it would do from now on, which rows are asleep; guards. */
@Order(7)
@TestMethodOrder(OrderAnnotation.class)
class LookingBackJourneyIT extends TableJourney {
  private static final String TABLE = "/api/v1/tables/gate-policy";
  private static final String REST = "gate-policy-rest-out-1";
  private long run;

  @BeforeAll
  void recordAQuarter() throws Exception {
    comeIn();
    continuo().openApi();
    run = newestRun();
    if (run == 0) {
      var mail = Letters.wish("Siri Dahl", "A run to look back on");
      continuo().post("/api/v1/mail", "message/rfc822", mail.getBytes(StandardCharsets.UTF_8));
      await().atMost(Duration.ofSeconds(90)).until(() -> newestRun() != 0);
      run = newestRun();
    }
    var engines = continuo().engines();
    try (var connection =
            DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO decision_evaluation(at, table_id, version, decision_id, inputs, outputs,
                  hits, problems, answered, micros, run_key)
                SELECT now() - n * interval '3 hours', 'gate-policy', 1, 'gate-policy',
                  json_build_object('effectClass', 'outside', 'channel', 'mail',
                    'amount', CASE WHEN n % 10 = 0 THEN 1500 + n ELSE 40 + n % 400 END,
                    'clientStanding', 'known', 'flowAutonomy', 'supervised'),
                  json_build_object('outcome', 'ask', 'reason',
                    CASE WHEN n % 10 = 0 THEN 'An amount of 1,000 or more is at stake.'
                      ELSE 'Everything that leaves the house asks first.' END),
                  json_build_array(json_build_object('number', CASE WHEN n % 10 = 0 THEN 4 ELSE 7 END,
                    'ruleId', 'gate-policy-' || CASE WHEN n % 10 = 0 THEN 'large' ELSE 'rest' END,
                    'words', '', 'decision', 'Gate policy')), '[]', true, 10, ?
                FROM generate_series(900, 1, -1) n
                """)) {
      insert.setLong(1, run);
      insert.execute();
    }
    goTo("/rules/gate-policy");
    cell(REST).waitFor();
    complaints();
  }

  @Test
  @Order(1)
  void aChangeIsToldInTheOwnersTermsWithItsRunsAndAsAFile() throws Exception {
    type(REST, "\"allow\"", "Tab");
    assertThat(text("Draft saved")).isVisible();
    tab("What would have changed");
    press("Look back");
    assertThat(text("approvals would have been saved")).isVisible();
    assertThat(page().locator(".backtest-result"))
        .containsText(Pattern.compile("[\\d,.]+ would have gone out without asking"));
    assertThat(page().locator(".backtest .answer-line").first()).containsText("Outcome allow");
    pictures("rule-backtest");
    var file =
        page()
            .waitForDownload(
                () -> page().getByText("Download what changed as XLSX").first().click());
    assertThat(Files.readAllBytes(file.path())).startsWith("PK".getBytes(StandardCharsets.UTF_8));
    assertThat(file.suggestedFilename()).isEqualTo("backtest-gate-policy.xlsx");

    page().locator(".backtest .answer-line").first().getByText("See the run").click();
    assertThat(page()).hasURL(Pattern.compile(".*/runs/\\d+"));
    assertThat(text("Decides by Gate policy")).isVisible();
    goTo("/rules/gate-policy");
  }

  @Test
  @Order(2)
  void theDraftRunsBesideAndDifferencesAreCounted() {
    tab("What would have changed");
    press("Let the draft run beside for a week");
    assertThat(text("0 of 0 answers differ")).isVisible();
    continuo().post(TABLE + "/evaluate", question("known", 80));
    continuo().post(TABLE + "/evaluate", question("known", 5_000));
    await()
        .untilAsserted(
            () ->
                assertThat(continuo().get(TABLE + "/shadows").body().get(0).path("asked").asInt())
                    .isEqualTo(2));
    goTo("/rules/gate-policy");
    tab("What would have changed");
    assertThat(text("1 of 2 answers differ")).isVisible();
    pictures("rule-shadow");
    press("End");
    assertThat(text("Ended by " + OWNER)).isVisible();
  }

  @Test
  @Order(3)
  void rowsThatSleepAreNamed() {
    tab("Use");
    assertThat(page().locator(".row-use").nth(2)).containsText("has not hit for 90 days");
    assertThat(page().locator(".row-use").nth(6)).not().containsText("has not hit for 90 days");
    pictures("rule-use");
    press("Discard draft");
    answer("Discard");
    assertThat(text("As released")).isVisible();
  }

  @Test
  @Order(4)
  void aGuardIsSetSpeaksWithItsEventsAndIsSwitchedOff() {
    goTo("/guards");
    picture("guards");
    Locator guard = page().locator("#guard-reminders-without-answer");
    guard.locator("vaadin-integer-field input").first().fill("2");
    guard.locator("vaadin-integer-field input").first().press("Tab");
    guard.getByText("Save numbers").click();
    assertThat(text("watches with these numbers")).isVisible();
    remind("Hanna Berg");
    await()
        .untilAsserted(
            () -> assertThat(continuo().get("/api/v1/guards/firings").body().size()).isPositive());
    goTo("/guards");
    assertThat(guard.locator(".guard-firing"))
        .containsText("2 reminders to Hanna Berg in 10 days, and no answer.");
    assertThat(guard.locator(".guard-events")).containsText("reminder sent");
    guard.getByText("What it is for, with examples").click();
    pictures("guard-fired");

    guard.locator("vaadin-checkbox").click();
    assertThat(text("no longer watches")).isVisible();
    assertThat(continuo().get("/api/v1/guards").body().toString()).contains("\"watching\":false");
    guard.locator("vaadin-checkbox").click();
    assertThat(text("watches with these numbers")).isVisible();
    assertThat(complaints()).isEmpty();
  }

  private long newestRun() {
    return continuo().get("/api/v1/runs").body().at("/runs/0/runKey").asLong(0);
  }

  private void remind(String who) {
    var now = Instant.now();
    continuo()
        .post(
            "/api/v1/guards/events",
            List.of(
                Map.of(
                    "id",
                    "j1-" + run,
                    "kind",
                    "reminder-sent",
                    "subject",
                    who,
                    "at",
                    now.minusSeconds(172_800).toString(),
                    "runKey",
                    run,
                    "detail",
                    "First"),
                Map.of(
                    "id",
                    "j2-" + run,
                    "kind",
                    "reminder-sent",
                    "subject",
                    who,
                    "at",
                    now.toString(),
                    "runKey",
                    run,
                    "detail",
                    "Second")));
  }

  private static Map<String, Object> question(String standing, int amount) {
    return Map.of(
        "effectClass",
        "outside",
        "channel",
        "mail",
        "amount",
        amount,
        "clientStanding",
        standing,
        "flowAutonomy",
        "supervised");
  }
}
