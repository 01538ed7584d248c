package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A decision is drawn that needs another one, which is an expression. */
@Order(9)
@TestMethodOrder(OrderAnnotation.class)
class DecisionGraphJourneyIT extends TableJourney {
  private static final String ID = "price-of-a-job";
  private static final String TABLE = "/api/v1/tables/" + ID;

  @BeforeAll
  void makeATable() {
    comeIn();
    continuo().openApi();
    goTo("/rules");
    press("New table");
    fill("What does it decide?", "Price of a job");
    answer("Create");
    cell(ID + "-row-1-in-1").waitFor();
    complaints();
  }

  @Test
  @Order(1)
  void aSecondDecisionAndAValueAreDrawnAndConnected() {
    decision("Overview");
    pictures("rule-overview");
    pad(ID, "append.decision");
    name("Base price");
    assertThat(shape("Base price")).isVisible();
    action("append.input-data");
    name("rate");
    page().locator(".dms-type-ref-select").selectOption("number");
    shape("amount").click();
    action("connect");
    shape("Base price").click();
    await()
        .untilAsserted(
            () ->
                assertThat(draft())
                    .contains("name=\"Base price\"", "name=\"rate\"", "typeRef=\"number\"")
                    .containsPattern("(?s)name=\"Base price\".*requiredInput href=\"#in-amount\"")
                    .containsPattern("(?s)id=\"" + ID + "\".*requiredDecision href=\"#Decision_"));
  }

  @Test
  @Order(2)
  void itsExpressionIsTypedLetterByLetterAndNothingIsScrambled() {
    shape("Base price").click();
    action("replace");
    page().locator(".djs-popup").getByText("Expression").click();
    pictures("rule-graph");
    page().locator(".drill-down-overlay button[title='Open the expression']").click();
    Locator field = page().locator("continuo-decision-editor .cm-content").first();
    Locator type = page().locator(".variable-type-select .dms-input");
    assertThat(type).hasText("anything");
    field.click();
    page().keyboard().type("amount * 2 + rate", new Keyboard.TypeOptions().setDelay(15));
    await().untilAsserted(() -> assertThat(draft()).contains("<text>amount * 2 + rate</text>"));
    page().keyboard().press("Escape");
    type.click();
    page().locator(".dms-select-options .option").getByText("number").click();
    assertThat(type).hasText("number");
    await()
        .untilAsserted(
            () -> assertThat(draft()).containsPattern("name=\"Base price\" typeRef=\"number\""));
    pictures("rule-expression");
  }

  @Test
  @Order(3)
  void theTableDecidesByTheOtherDecision() {
    decision("Price of a job");
    cell(ID + "-row-1-in-1").waitFor();
    page().locator("continuo-decision-editor th.input-cell .input-label").first().dblclick();
    page().locator(".input-edit .ref-text").click();
    page().keyboard().press("Control+a");
    page().keyboard().type("Base price", new Keyboard.TypeOptions().setDelay(15));
    pictures("rule-column");
    await().untilAsserted(() -> assertThat(draft()).contains("<text>Base price</text>"));
    assertThat(page().locator("vaadin-tab").getByText("What is wrong")).hasText("What is wrong");

    tab("Try it");
    ask("600", "10");
    assertThat(page().locator(".trial-answer")).containsText("ask");
    assertThat(page().locator(".trial-answer")).containsText("Row 1");
    ask("100", "1");
    assertThat(page().locator(".trial-answer")).containsText("go on");
    pictures("rule-graph-tried");
  }

  @Test
  @Order(4)
  void aBrokenExpressionIsToldInWords() {
    decision("Base price");
    Locator field = page().locator("continuo-decision-editor .cm-content").first();
    field.click();
    page().keyboard().press("Control+End");
    page().keyboard().type(" + rat");
    assertThat(page().locator(".problem-line").first()).containsText("rat");
    tab("What is wrong");
    pictures("rule-expression-broken");
    field.click();
    page().keyboard().press("Control+End");
    page().keyboard().type("e");
    assertThat(page().locator("vaadin-tab").getByText("What is wrong")).hasText("What is wrong");
  }

  @Test
  @Order(5)
  void itIsReleasedAnswersAndOpensAsItWasDrawn() {
    press("Release");
    answer("Release");
    assertThat(text("answers from the next run on")).isVisible();
    var asked = continuo().post(TABLE + "/evaluate", Map.of("amount", 300, "rate", 400)).body();
    assertThat(asked.path("outputs").path("answer").asString()).isEqualTo("ask");
    goTo("/rules/" + ID);
    decision("Overview");
    assertThat(shape("Base price")).isVisible();
    assertThat(shape("rate")).isVisible();
    assertThat(complaints()).isEmpty();
  }

  private void ask(String amount, String rate) {
    page().locator(".trial-form").getByLabel("amount", exactly()).fill(amount);
    page().locator(".trial-form").getByLabel("rate", exactly()).fill(rate);
    press("Ask the table");
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(false);
  }

  private String draft() {
    return continuo().get(TABLE + "/draft").body().path("xml").asString();
  }

  private void decision(String name) {
    page()
        .locator("continuo-decision-editor")
        .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** A shape of the drawing by its name or id. */
  private Locator shape(String name) {
    return page()
        .locator("continuo-decision-editor .djs-shape")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first();
  }

  private void pad(String id, String action) {
    page().locator("continuo-decision-editor .djs-shape[data-element-id='" + id + "']").click();
    action(action);
  }

  private void action(String name) {
    page().locator(".djs-context-pad .entry[data-action='" + name + "']").click();
  }

  /** Types into the label that the drawing opened. */
  private void name(String words) {
    Locator label = page().locator(".djs-direct-editing-content");
    label.waitFor();
    page().keyboard().press("Control+a");
    page().keyboard().type(words);
    page().keyboard().press("Enter");
  }
}
