package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A table of one's own: its gap, its tests, its versions, and its end. */
@Order(6)
@TestMethodOrder(OrderAnnotation.class)
class TableLifeJourneyIT extends TableJourney {
  private static final String TABLE = "/api/v1/tables/payment-terms";

  @BeforeAll
  void takeTheTableIn() {
    comeIn();
    continuo().openApi();
    var taken = continuo().post(TABLE, "application/xml", terms().getBytes(StandardCharsets.UTF_8));
    assertThat(taken.code()).isEqualTo(200);
    goTo("/rules/payment-terms");
    cell("r1-o1").waitFor();
    complaints();
  }

  @Test
  @Order(1)
  void aGapIsToldWithAnExampleAndBecomesARow() {
    assertThat(page().locator(".problem-line").first()).containsText("No row for");
    pictures("rule-gap");
    press("Add the row");
    assertThat(text("The row is there")).isVisible();
    String xml = continuo().get(TABLE + "/draft").body().path("xml").asString();
    var answers =
        Pattern.compile("<outputEntry id=\"([^r\"][^\"]*)\"")
            .matcher(xml)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(answers).as("the new row's answers").hasSize(2);
    type(answers.get(0), "30", "Tab");
    type(answers.get(1), "20", "Tab");
    assertThat(text("Nothing. Every value has a row")).isVisible();
  }

  @Test
  @Order(2)
  void testsFromAFileRunAndARedOneStopsTheRelease() {
    tab("Tests");
    page()
        .locator(".kept-tests input[type=file]")
        .setInputFiles(
            new FilePayload(
                "terms.csv",
                "text/csv",
                """
                name,clientStanding,amount,expect days,expect deposit
                A new client with a large job,new,8000,7,50
                A new client with a small job,new,400,14,0
                A large job of a known client,known,12000,30,10
                """
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(page().locator("vaadin-tab").getByText("Tests (1 red)")).isVisible();
    assertThat(page().locator(".kept-tests")).containsText("3 of 5 rows");
    pictures("rule-tests");

    press("Release");
    dialog().locator("textarea").first().fill("First terms");
    answer("Release");
    assertThat(dialog().locator(".problem-line").first()).containsText("A large job of a known");
    dialog().locator("textarea").last().fill("The deposit of large jobs is new");
    pictures("rule-release-red");
    answer("Release");
    assertThat(text("answers from the next run on")).isVisible();
    assertThat(continuo().get(TABLE + "/versions").body().get(0).path("why").asString())
        .isEqualTo(
            "First terms. Released although kept tests are red: The deposit of large jobs is new");
    line("A large job of a known").getByText("Throw away").click();
    assertThat(page().locator("vaadin-tab").getByText("Tests (2)")).isVisible();
  }

  @Test
  @Order(3)
  void anAnswerThatWasGivenBecomesATest() {
    ask("known", 300);
    goTo("/rules/payment-terms");
    tab("Use");
    page().locator(".answers").getByText("Keep as a test").click();
    assertThat(page().locator("vaadin-tab").getByText("Tests (3)")).isVisible();
  }

  @Test
  @Order(4)
  void whatChangedIsShownCellByCellAndCanBeTakenBack() {
    cell("r1-o2").waitFor();
    type("r1-o2", "40");
    assertThat(page().locator("vaadin-tab").getByText("Tests (1 red)")).isVisible();
    tab("Versions");
    page().locator(".version-line").first().click();
    dialog().getByText("What changed from it to the draft").click();
    assertThat(dialog().locator(".cell-before")).hasText("50");
    assertThat(dialog().locator(".cell-after")).hasText("40");
    pictures("rule-changes");
    answer("Close");

    press("Release");
    assertThat(dialog().locator(".cell-after")).hasCount(1);
    answer("Release");
    assertThat(dialog().locator(".problem-line").first()).isVisible();
    dialog().locator("textarea").last().fill("Forty is enough");
    answer("Release");
    assertThat(text("answers from the next run on")).isVisible();
    page().locator(".version-line").last().click();
    answer("Roll back to it");
    dialog().locator("textarea").fill("Forty was not enough");
    picture("rule-roll-back");
    answer("Roll back");
    assertThat(text("Version 3 says what version 1 said")).isVisible();
    assertThat(continuo().get(TABLE + "/versions").body().get(0).path("rolledBackTo").asInt())
        .isEqualTo(1);
    assertThat(ask("new", 8_000)).isEqualTo(50);
  }

  @Test
  @Order(5)
  void aTableIsRetiredAndComesBack() {
    press("Retire this table");
    assertThat(dialog()).containsText("No flow asks it");
    dialog().locator("textarea").fill("We take cards now");
    picture("rule-retire");
    answer("Retire");
    assertThat(text("Out of service since")).isVisible();
    assertThat(text("retired: nothing new may ask it")).isVisible();
    pictures("rule-retired");
    assertThat(continuo().post(TABLE + "/evaluate", question("new", 8_000)).code()).isEqualTo(404);
    goTo("/rules");
    assertThat(
            page().locator(".thing-line").filter(new Locator.FilterOptions().setHasText("payment")))
        .containsText("Retired");

    goTo("/rules/payment-terms");
    tab("Versions");
    page().locator(".version-line").first().click();
    answer("Roll back to it");
    answer("Roll back");
    await().untilAsserted(() -> assertThat(ask("new", 8_000)).isEqualTo(50));
    complaints();
  }

  private Locator line(String words) {
    return page()
        .locator(".test-line")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  private static Map<String, Object> question(String standing, int amount) {
    return Map.of("clientStanding", standing, "amount", amount);
  }

  private int ask(String standing, int amount) {
    return continuo()
        .post(TABLE + "/evaluate", question(standing, amount))
        .body()
        .path("outputs")
        .path("deposit")
        .asInt(-1);
  }

  private static String terms() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="payment-terms-model"
        name="Payment terms" namespace="https://continuo.dev/tables">
      <inputData id="in-a" name="clientStanding"><variable id="v-a" name="clientStanding" typeRef="string"/></inputData>
      <inputData id="in-b" name="amount"><variable id="v-b" name="amount" typeRef="number"/></inputData>
      <decision id="payment-terms" name="Payment terms">
        <variable id="v-d" name="Payment terms"/>
        <informationRequirement id="n-a"><requiredInput href="#in-a"/></informationRequirement>
        <informationRequirement id="n-b"><requiredInput href="#in-b"/></informationRequirement>
        <decisionTable id="payment-terms-table" hitPolicy="UNIQUE">
          <input id="c-1" label="Client">
            <inputExpression id="e-1" typeRef="string"><text>clientStanding</text></inputExpression>
            <inputValues id="w-1"><text>"new","known"</text></inputValues>
          </input>
          <input id="c-2" label="Amount of the job">
            <inputExpression id="e-2" typeRef="number"><text>amount</text></inputExpression>
          </input>
          <output id="o-1" label="Days to pay" name="days" typeRef="number"/>
          <output id="o-2" label="Deposit (percent)" name="deposit" typeRef="number"/>
    %s    </decisionTable>
      </decision>
    </definitions>
    """
        .formatted(
            row(1, "New client, large job", "\"new\"", "&gt;= 5000", "7", "50")
                + row(2, "New client, small job", "\"new\"", "&lt; 5000", "14", "0")
                + row(3, "Known client, large job", "\"known\"", "&gt;= 10000", "30", "30")
                + row(4, "Known client, small job", "\"known\"", "&lt; 8000", "30", "0"));
  }

  private static String row(
      int n, String words, String client, String amount, String days, String deposit) {
    return """
          <rule id="r%1$d"><description>%2$s</description>
            <inputEntry id="r%1$d-i1"><text>%3$s</text></inputEntry>
            <inputEntry id="r%1$d-i2"><text>%4$s</text></inputEntry>
            <outputEntry id="r%1$d-o1"><text>%5$s</text></outputEntry>
            <outputEntry id="r%1$d-o2"><text>%6$s</text></outputEntry>
          </rule>
    """
        .formatted(n, words, client, amount, days, deposit);
  }
}
