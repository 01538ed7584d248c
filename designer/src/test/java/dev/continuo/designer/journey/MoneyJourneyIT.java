package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Nothing can cost; then a model is set up, asked, and its bill is opened to what it is made of.
 */
@Order(9)
@TestMethodOrder(OrderAnnotation.class)
class MoneyJourneyIT extends Journey {
  private static final String WHO = "Solveig Aasen";
  private TalkingModel model;

  @BeforeAll
  void begin() {
    model = new TalkingModel();
    comeIn();
    goTo("/");
    upload("solveig.eml", "message/rfc822", Letters.wish(WHO, "The harbour archive"));
    complaints();
  }

  @AfterAll
  void end() {
    model.close();
  }

  @Test
  @Order(1)
  void withoutAModelNothingCanCost() {
    goTo("/money");
    assertThat(page().locator("h1")).hasText("Money");
    assertThat(text("Nothing can cost")).isVisible();
    pictures("money-empty");
  }

  @Test
  @Order(2)
  void aModelAndAPlanAreSetUpAndTheKeyIsNotShownAgain() {
    goTo("/settings");
    Locator panel = page().locator("#models");
    panel.getByLabel("Plan per month").fill("20");
    panel.getByText("Economy model, for everything else").click();
    Locator economy = panel.getByRole(AriaRole.GROUP).last();
    economy.getByLabel("Address").fill("http://models.example/v1");
    economy.getByLabel("Model", new Locator.GetByLabelOptions().setExact(true)).fill("small-one");
    economy.getByLabel("Key").fill("a secret key");
    economy.getByLabel("Price of 1,000 tokens read").fill("0.05");
    economy.getByLabel("Price of 1,000 tokens written").fill("0.15");
    economy.getByLabel("Longest answer").fill("40");
    save(panel);
    assertThat(panel).containsText("an unprotected connection is only allowed to this machine");
    economy.getByLabel("Address").fill(model.address());
    save(panel);
    assertThat(panel).containsText("Saved");
    pictures("settings-models");
    goTo("/settings");
    assertThat(page().content()).doesNotContain("a secret key");
    assertThat(page().locator("#models").getByLabel("Plan per month")).hasValue("20");
  }

  private static void save(Locator panel) {
    panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
  }

  @Test
  @Order(3)
  void anAnswerIsPutIntoWordsByItAndNamesItsEvidence() {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              goTo("/ask");
              Locator field = page().locator("vaadin-message-input textarea");
              field.fill("What is the e-mail address of " + WHO + "?");
              field.press("Enter");
              assertThat(page().locator("vaadin-message").last())
                  .containsText(
                      "It stands in the letter",
                      new LocatorAssertions.ContainsTextOptions().setTimeout(8_000));
            });
    assertThat(page().locator("vaadin-message").last()).containsText("small-one");
    picture("ask-by-a-model");
  }

  @Test
  @Order(4)
  void theMonthOpensToWhatItIsMadeOf() {
    goTo("/money");
    assertThat(page().locator(".month")).containsText("of EUR 20.00");
    assertThat(page().locator(".month")).containsText("At this pace");
    assertThat(page().locator(".standings")).containsText("In full");
    pictures("money");
    assertThat(overflow(360)).as("too wide on a phone").isEmpty();

    page().locator(".part").getByText(WHO).first().click();
    assertThat(page().locator(".drawer")).containsText("Looked something up");
    assertThat(page().locator(".drawer")).containsText("Answered");
    assertThat(page().locator(".drawer")).containsText("EUR 0.0080");
    pictures("money-rounds");
  }

  @Test
  @Order(5)
  void overTheCapTheFactsAnswerAndSayWhy() {
    goTo("/settings");
    Locator panel = page().locator("#models");
    panel.getByLabel("Plan per month").fill("1");
    save(panel);
    assertThat(panel).containsText("Saved");
    goTo("/ask");
    Locator field = page().locator("vaadin-message-input textarea");
    field.fill("What is the e-mail address of " + WHO + "?");
    field.press("Enter");
    assertThat(page().locator(".ask-evidence")).containsText("No model was asked");
    picture("ask-over-the-cap");
    goTo("/money");
    assertThat(page().locator(".month")).containsText("of EUR 1.00");
    pictures("money-short");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(6)
  void theClientsPageSumsWhatWasReadAndPaid() {
    continuo().openApi();
    var rounds = continuo().get("/api/v1/budget/rounds").body();
    goTo("/memory/" + rounds.get(0).path("client").asString());
    assertThat(page().locator("h1")).hasText(WHO);
    assertThat(page().locator(".took")).containsText("Memory");
    assertThat(page().locator(".took")).containsText(Pattern.compile("[1-9]\\d* rounds"));
    pictures("client-took");
  }

  @Test
  @Order(7)
  void theRunSaysWhatItTook() {
    goTo("/runs");
    page().locator(".run-line").getByText("The harbour archive").first().click();
    assertThat(page().locator(".took")).containsText("write");
    pictures("run-took");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(8)
  void theApiTellsTheSame() {
    continuo().openApi();
    var money = continuo().get("/api/v1/budget").body();
    assertThat(money.path("bill").path("plan").asLong()).isEqualTo(1_000_000);
    assertThat(money.path("bill").path("spent").asLong())
        .as("what each round took")
        .isEqualTo(8_000 * money.path("bill").path("rounds").asLong())
        .isPositive();
    assertThat(money.path("bill").path("refused").asInt()).isEqualTo(1);
    assertThat(money.path("standing").size()).isEqualTo(2);
    var rounds = continuo().get("/api/v1/budget/rounds?tier=premium").body();
    assertThat(rounds.size()).isEqualTo(1 + money.path("bill").path("rounds").asInt());
    assertThat(rounds.get(0).path("ending").asString()).isEqualTo("REFUSED");
    var client = rounds.get(0).path("client").asString();
    var took = continuo().get("/api/v1/activities?entity=" + client).body();
    assertThat(took.path("sums").path("reads").asInt()).isPositive();
    assertThat(took.path("activities").get(0).path("indexes").isArray()).isTrue();
    var models = continuo().get("/api/v1/settings/models").body();
    assertThat(models.path("economy").path("secretName").asString()).isEqualTo("model-economy-key");
    assertThat(models.toString()).doesNotContain("a secret key");
  }

  @Test
  @Order(9)
  void whatIsSavedOnAndWhyStandsBesideTheMonth() {
    tell("elsewhere", 0.9);
    goTo("/money");
    assertThat(page().locator(".month")).containsText("EUR 0.90 told by other programs");
    Locator standings = page().locator(".standings");
    assertThat(standings.getByText("Saved on")).hasCount(2);
    assertThat(standings).containsText("without a model");
    assertThat(standings).containsText("The plan is nearly used up.");
    assertThat(standings).containsText("With room in the plan: At once, by the premium model");
    pictures("money-saved-on");
    assertThat(overflow(360)).as("too wide on a phone").isEmpty();

    tell("more", 0.6);
    goTo("/money");
    assertThat(page().locator(".month-spent.over")).isVisible();
    assertThat(standings).containsText("The plan is used up; it is done without cost.");
    pictures("money-over");
    assertThat(continuo().put("/api/v1/budget/plan", Map.of("euros", 20)).code()).isEqualTo(200);
    goTo("/money");
    assertThat(standings.getByText("In full")).hasCount(2);
    assertThat(complaints()).isEmpty();
  }

  private void tell(String id, double euros) {
    var told =
        continuo()
            .post(
                "/api/v1/guards/events",
                List.of(Map.of("id", id, "kind", "money-spent", "subject", "", "amount", euros)));
    assertThat(told.code()).isEqualTo(202);
  }
}
