package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a mail said is found again: from its run, by search, on its person, in its sentence. */
@Order(4)
@TestMethodOrder(OrderAnnotation.class)
class MemoryJourneyIT extends Journey {
  private static final String WHO = "Ragna Solheim";

  @BeforeAll
  void aMailComesIn() {
    comeIn();
    upload("museum.eml", "message/rfc822", Letters.wish(WHO, "Archive of the museum"));
    assertThat(page().locator(".need").filter(has(WHO)).first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
    complaints();
  }

  @Test
  @Order(2)
  void aRunLeadsToWhatItsMailBroughtIntoMemory() {
    goTo("/runs");
    page().locator(".run-line").filter(has("Archive of the museum")).first().click();
    assertThat(page().locator("h1")).hasText("Archive of the museum");
    page().locator("continuo-process-viewer [data-element-id='qualify']").first().click();
    assertThat(page().locator(".trace-line:not(.faint)").first()).isInViewport();
    assertThat(page().locator(".trace-line:not(.faint)").filter(has("Lead qualification")))
        .isVisible();
    picture("run-lit");
    assertThat(page().locator(".run-beside a[href^='memory?episode=']").first()).isVisible();
  }

  @Test
  @Order(3)
  void searchLeadsToAPersonAndAFactToItsSentence() {
    goTo("/memory");
    page().locator(".fact-line").first().waitFor();
    pictures("memory");
    page().getByLabel("Search memory").fill("Ragna");
    Locator hit = page().locator(".hit").filter(has(WHO)).first();
    assertThat(hit).isVisible();
    pictures("memory-search");
    goTo("/memory/" + encoded("mailto:ragna.solheim@fjordstudio.example"));
    assertThat(page().locator("h1")).hasText(WHO);
    pictures("memory-person");
    page().locator(".value-line").first().click();
    assertThat(page().locator(".drawer .source-text .marked")).isVisible();
    assertThat(page().locator(".drawer .source-text")).containsText("Date: ");
    assertThat(page().locator(".drawer .source-text"))
        .not()
        .containsText(Pattern.compile("Date: \\d{4}-\\d\\d-\\d\\dT"));
    pictures("memory-fact");
    page().keyboard().press("Escape");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Locator.FilterOptions has(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
