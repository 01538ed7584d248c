package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.continuo.designer.testing.Papers;
import dev.continuo.designer.testing.Papers.Paper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A client sends a contract; it stands on their page with its text, and Ask finds a sentence. */
@Order(8)
@TestMethodOrder(OrderAnnotation.class)
class DocumentsJourneyIT extends Journey {
  private static final String WHO = "Tuva Engstrand";
  private static final String NOTICE =
      "Either side may end the lighthouse retainer in three months.";

  private String client = "";

  @BeforeAll
  void begin() {
    comeIn();
    continuo().openApi();
    byte[] mail = Letters.wish(WHO, "The lighthouse").getBytes(StandardCharsets.UTF_8);
    continuo()
        .post(
            "/api/v1/mail",
            "message/rfc822",
            Papers.with(
                mail,
                new Paper(
                    "Retainer contract.pdf",
                    "application/pdf",
                    Papers.pdf("Retainer", NOTICE, "The fee is 4,800 euros a month.")),
                new Paper("Drawing.pdf", "application/pdf", "%PDF-1.7 half".getBytes()),
                new Paper("Plans.zip", "application/zip", "PK\3\4".getBytes())));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              var known =
                  continuo()
                      .get("/api/v1/memory/entity?id=mailto:tuva.engstrand@fjordstudio.example");
              client = known.code() == 200 ? known.body().at("/entity/id").asString() : "";
              return !client.isEmpty();
            });
    complaints();
  }

  @Test
  @Order(1)
  void theClientsPageShowsWhatCameAndWhatBecameOfIt() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              openDocuments();
              assertThat(page().locator(".document-line")).hasCount(3);
              assertThat(page().locator(".document-line").getByText("being read")).hasCount(0);
            });
    assertThat(line("Retainer contract.pdf").locator(".tag")).hasText("read");
    assertThat(line("Drawing.pdf")).containsText("damaged");
    assertThat(line("Plans.zip")).containsText("not opened here");
    pictures("documents");
    assertThat(overflow(360)).as("too wide on a phone").isEmpty();
  }

  @Test
  @Order(2)
  void aClickOpensTheText() {
    line("Retainer contract.pdf").getByText("Retainer contract.pdf").click();
    assertThat(page().locator(".drawer .source-text")).containsText(NOTICE);
    picture("documents-text");
  }

  @Test
  @Order(3)
  void aDocumentIsAddedOnThePage() {
    openDocuments();
    page()
        .locator(".documents input[type=file]")
        .setInputFiles(
            new FilePayload(
                "Note.txt", "text/plain", "She prefers to talk on Thursdays.".getBytes()));
    assertThat(line("Note.txt").locator(".tag")).hasText("read"); // by itself, without a reload
  }

  @Test
  @Order(4)
  void askFindsTheSentenceInTheContract() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              goTo("/ask");
              Locator field = page().locator("vaadin-message-input textarea");
              field.fill("How may the lighthouse retainer be ended?");
              field.press("Enter");
              assertThat(
                      page().locator(".evidence-line").getByText("Retainer contract.pdf").first())
                  .isVisible();
            });
    pictures("documents-asked");
    assertThat(complaints()).isEmpty();
  }

  private void openDocuments() {
    goTo("/memory/" + client);
    page().getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Documents")).click();
  }

  private Locator line(String name) {
    return page()
        .locator(
            ".document-line", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name));
  }
}
