package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A rule is changed: typed, checked, tried, released; and the next mail is answered by it. */
@Order(2)
@TestMethodOrder(OrderAnnotation.class)
class RulesJourneyIT extends TableJourney {
  private static final String TABLE = "/api/v1/tables/lead-qualification";
  private static final String FIT = "lead-qualification-project-large-out-1";
  private static final String AMOUNT = "lead-qualification-project-large-in-5";
  private Map<String, String> released = Map.of();

  @BeforeAll
  void openTheTable() {
    comeIn();
    continuo().openApi();
    released = cells();
    goTo("/rules");
    pictures("rules");
    page().getByText("Lead qualification").locator("visible=true").first().click();
    assertThat(page().locator("h1")).hasText("Lead qualification");
    cell(FIT).waitFor();
    complaints();
  }

  @Test
  @Order(1)
  void aCellTypedWithTheKeyboardIsSavedAndNothingElse() {
    pictures("rule");
    type(FIT, "88");
    assertThat(text("Draft saved")).isVisible();
    var expected = new TreeMap<>(released);
    expected.put(FIT, "88");
    await().untilAsserted(() -> assertThat(cells()).isEqualTo(expected));
  }

  @Test
  @Order(2)
  void aBrokenCellIsToldInWordsAndPutRight() {
    type(AMOUNT, ">= 5000 euros");
    Locator tab =
        page().locator("vaadin-tab").getByText(Pattern.compile("What is wrong \\(\\d+\\)"));
    assertThat(tab).isVisible();
    assertThat(page().locator(".problem-line").first())
        .containsText(Pattern.compile("\\w+ \\w+ .*\\."));
    await().untilAsserted(() -> assertThat(cells()).containsEntry(AMOUNT, "&gt;= 5000 euros"));
    pictures("rule-broken");
    press("Release");
    answer("Release");
    assertThat(dialog().locator(".problem-line").first()).isVisible();
    picture("rule-release-refused");
    answer("Cancel");
    type(AMOUNT, ">= 6000");
    await().untilAsserted(() -> assertThat(cells()).containsEntry(AMOUNT, "&gt;= 6000"));
    assertThat(tab).isHidden();
  }

  @Test
  @Order(3)
  void theDraftIsTriedAndLightsItsRow() {
    tab("Try it");
    Locator kind = page().locator(".trial-form").getByLabel("Kind of request");
    kind.fill("project-inquiry");
    kind.press("Enter");
    page().locator(".trial-form").getByLabel("Sure of the kind").fill("0.8");
    page().locator(".trial-form").getByLabel("Language").fill("en");
    choose("Known contact", "No");
    page().locator(".trial-form").getByLabel("Amount named").fill("8000");
    press("Ask the table");
    assertThat(page().locator(".trial-answer")).containsText("88");
    assertThat(page().locator(".trial-answer")).containsText("Row 10");
    pictures("rule-trial");
  }

  @Test
  @Order(4)
  void aReleaseAnswersTheNextMail() {
    press("Release");
    dialog().locator("textarea").fill("Archives are our best clients");
    picture("rule-release");
    answer("Release");
    assertThat(text("answers from the next run on")).isVisible();
    assertThat(text("As released")).isVisible();

    goTo("/");
    upload("harbour.eml", "message/rfc822", Letters.wish("Jonas Kroll", "Archive of the harbour"));
    Locator need = page().locator(".need").filter(new Locator.FilterOptions().setHasText("Jonas"));
    assertThat(need.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
    need.first().click();
    int version = continuo().get(TABLE + "/versions").body().get(0).path("version").asInt();
    assertThat(page().locator(".card-body"))
        .containsText("Lead qualification v" + version + ", row 10");
    pictures("inbox-rule");
    page().getByText("Open the run").click();
    assertThat(page().locator(".trace")).containsText("fit 88");
    goTo("/rules/lead-qualification");
    tab("Use");
    assertThat(page().locator(".answers")).containsText("88");
    pictures("rule-answers");
  }

  @Test
  @Order(5)
  void whoSavedMeanwhileIsNotOverwritten() {
    saveElsewhere("77");
    type(FIT, "66");
    assertThat(dialog()).containsText("This draft was changed elsewhere");
    picture("rule-conflict");
    answer("Load the other");
    assertThat(cell(FIT)).hasText("77");
    assertThat(cells()).containsEntry(FIT, "77");

    saveElsewhere("55");
    type(FIT, "44");
    answer("Keep mine");
    await().untilAsserted(() -> assertThat(cells()).containsEntry(FIT, "44"));
  }

  @Test
  @Order(6)
  void aDraftIsDiscarded() {
    press("Discard draft");
    answer("Discard");
    assertThat(text("As released")).isVisible();
    assertThat(cell(FIT)).hasText("88");
    assertThat(cells()).containsEntry(FIT, "88");
  }

  @Test
  @Order(7)
  void anOldVersionIsTakenBack() {
    tab("Versions");
    page().locator(".version-line").last().click();
    assertThat(dialog().locator("td[data-element-id='" + FIT + "']")).hasText("80");
    pictures("rule-version");
    answer("Take as draft");
    await().untilAsserted(() -> assertThat(cells()).isEqualTo(released));
    press("Release");
    answer("Release");
    assertThat(text("answers from the next run on")).isVisible();
    pictures("rule-versions");
    assertThat(complaints()).isEmpty();
  }

  private void saveElsewhere(String fit) {
    var draft = continuo().get(TABLE + "/draft").body();
    String xml =
        draft
            .path("xml")
            .asString()
            .replaceFirst("(id=\"" + FIT + "\">\\s*<text>)[^<]*", "$1" + fit);
    var saved =
        continuo()
            .put(
                TABLE + "/draft?revision=" + draft.path("revision").asInt(),
                "application/xml",
                xml.getBytes(StandardCharsets.UTF_8));
    assertThat(saved.code()).isEqualTo(200);
  }

  private Map<String, String> cells() {
    return cells("lead-qualification");
  }
}
