package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Somebody wrote; memory is asked about it in plain words and shows what its answer stands on. */
@Order(5)
@TestMethodOrder(OrderAnnotation.class)
class AskJourneyIT extends Journey {
  private static final String WHO = "Ragna Vestergaard";

  @BeforeAll
  void begin() {
    comeIn();
    goTo("/");
    upload("tide.eml", "message/rfc822", Letters.wish(WHO, "The tide archive"));
    complaints();
  }

  @Test
  @Order(1)
  void anEmptyPageSaysWhatToAskAndOffersTheFirstQuestions() {
    goTo("/ask");
    assertThat(page().locator("h1")).hasText("Ask");
    assertThat(button("What is overdue?")).isVisible();
    pictures("ask-empty");
  }

  @Test
  @Order(2)
  void aQuestionIsAnsweredWithTheSentenceItStandsOn() {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              goTo("/ask");
              ask("What is the e-mail address of " + WHO + "?");
              assertThat(answer())
                  .containsText(
                      "ragna.vestergaard@",
                      new LocatorAssertions.ContainsTextOptions().setTimeout(8_000));
            });
    assertThat(page().locator(".ask-took")).containsText("As of now");
    pictures("ask-answer");

    assertThat(overflow(360)).as("too wide on a phone").isEmpty();

    page().locator(".evidence-line").first().click();
    assertThat(page().locator(".drawer .marked").first()).isVisible();
    picture("ask-evidence");
  }

  @Test
  @Order(3)
  void nothingIsMadeUp() {
    ask("What is overdue for " + WHO + "?");
    assertThat(answer()).containsText("Nothing is overdue");
    assertThat(complaints()).isEmpty();
  }

  private void ask(String question) {
    Locator field = page().locator("vaadin-message-input textarea");
    field.fill(question);
    field.press("Enter");
  }

  private Locator answer() {
    return page().locator("vaadin-message").last();
  }
}
