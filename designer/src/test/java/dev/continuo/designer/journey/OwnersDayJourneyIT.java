package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first day: becoming the owner, coming back, a mail in, an answer out. */
@Order(1)
@TestMethodOrder(OrderAnnotation.class)
class OwnersDayJourneyIT extends Journey {
  @Test
  @Order(1)
  void theFirstPersonBecomesTheOwner() {
    goTo("/");
    assertThat(page()).hasURL(Pattern.compile(".*/welcome$"));
    fill("Your name", OWNER);
    fill("E-mail", MAIL);
    fill("Company", "Lindqvist Consulting");
    fill("Password", "short");
    press("Become the owner");
    assertThat(text("does not meet the points above yet")).isVisible();
    assertThat(page().locator(".rules li.breaks")).not().hasCount(0);
    pictures("welcome");

    fill("Password", PASSWORD);
    assertThat(page().locator(".rules li.holds")).hasCount(3);
    press("Become the owner");

    assertThat(page().locator("h1")).hasText("Today, Nora");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void thereIsNoSecondOwner() throws Exception {
    HttpResponse<String> welcome = get("/welcome", "");
    assertThat(welcome.headers().firstValue("Content-Security-Policy")).isPresent();
    press("Log out");
    assertThat(page()).hasURL(Pattern.compile(".*/login.*"));
    goTo("/welcome");
    assertThat(page()).hasURL(Pattern.compile(".*/login$"));
  }

  @Test
  @Order(3)
  void aWrongPasswordIsToldAndTheRightOneLetsIn() {
    goTo("/inbox");
    assertThat(page()).hasURL(Pattern.compile(".*/login$"));
    logIn("not my password");
    assertThat(text("E-mail or password is wrong")).isVisible();
    pictures("login");
    logIn(PASSWORD);
    assertThat(page().locator("h1")).hasText(Pattern.compile("Inbox|Today.*"));
    assertThat(page().context().cookies())
        .filteredOn(cookie -> cookie.name.startsWith("continuo-") && cookie.httpOnly)
        .singleElement()
        .satisfies(cookie -> assertThat(cookie.sameSite.name()).isEqualTo("STRICT"));
  }

  @Test
  @Order(4)
  void aTokenOpensTheApiUntilItIsRevoked() throws Exception {
    assertThat(get("/api/v1/runs", "").statusCode()).isEqualTo(401);
    goTo("/settings");
    fill("Name of the new token", "Website form");
    press("Create token");
    String token = page().getByLabel("Copy it now. It is not shown again.").inputValue();
    assertThat(get("/api/v1/runs", token).statusCode()).isEqualTo(200);
    pictures("settings");

    press("Revoke Website form");
    page().locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    assertThat(text("No token yet.")).isVisible();
    assertThat(get("/api/v1/runs", token).statusCode()).isEqualTo(401);
    complaints();
  }

  @Test
  @Order(5)
  void theControlSecretMakesATokenForTheCommandLine() throws Exception {
    HttpRequest.Builder ask =
        HttpRequest.newBuilder(URI.create(continuo().address() + "/control/tokens?name=shell"))
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(send(ask.copy().header("X-Continuo-Control", "guess").build()).statusCode())
        .isEqualTo(403);
    HttpResponse<String> made =
        send(ask.header("X-Continuo-Control", continuo().secret("control")).build());
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(get("/api/v1/runs", made.body().strip()).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(6)
  void aMailDroppedOnTodayBecomesACardWithoutALoad() {
    goTo("/");
    upload(
        "archive.eml",
        "message/rfc822",
        Letters.wish("Hanna Berg", "Launch of our archive platform"));
    assertThat(text("Taken in. Its run begins.")).isVisible();
    assertThat(page().locator(".need").first())
        .containsText("Hanna Berg", new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
    pictures("today");
  }

  @Test
  @Order(7)
  void theAnswerIsEditedApprovedAndSentOnce() throws Exception {
    page().locator(".need").first().click();
    assertThat(page().locator(".desk h2").first()).containsText("Hanna Berg");
    pictures("inbox-card");

    page().keyboard().press("e");
    page().locator(".item-fields textarea").first().waitFor();
    String text = page().locator(".item-fields textarea").first().inputValue();
    page()
        .locator(".item-fields textarea")
        .first()
        .fill(text + "\nPS: I have read your annual report.\n");
    picture("inbox-edit");
    press("Approve as changed");
    assertThat(text("Approved: ")).isVisible();

    await().atMost(Duration.ofSeconds(60)).until(() -> sent().size() == 1);
    assertThat(Files.readString(sent().getFirst())).contains("PS: I have read your annual report.");
    page().getByText("Answered", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page().locator(".difference ins")).containsText("annual report");
    picture("inbox-answered");
  }

  @Test
  @Order(8)
  void theRunTellsWhatHappenedAndWhoAllowedIt() {
    goTo("/runs");
    pictures("runs");
    page().locator(".run-line").first().click();
    assertThat(page().locator("h1")).hasText("Launch of our archive platform");
    assertThat(page().locator("continuo-process-viewer .djs-shape.continuo-completed").first())
        .isVisible();
    assertThat(page().locator(".trace"))
        .containsText(
            "Nora Lindqvist edited and approved",
            new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
    page().locator(".trace-line").first().click();
    assertThat(page().locator(".drawer")).isVisible();
    page().keyboard().press("Escape");
    assertThat(page().locator(".drawer")).isHidden();
    pictures("run");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(9)
  void searchJumpsFromAnywhere() {
    page().keyboard().press("Control+k");
    page().locator(".palette input, vaadin-dialog input").first().fill("archive");
    assertThat(page().locator(".palette-row").first()).containsText("archive");
    picture("palette");
    page().keyboard().press("Escape");
  }

  @Test
  @Order(10)
  void everyPageFitsAPhone() {
    for (String path : List.of("/", "/inbox", "/runs", "/settings", "/nowhere")) {
      goTo(path);
      page().locator(".content > *").first().waitFor();
      assertThat(overflow(360)).as("too wide at %s", path).isEmpty();
    }
    assertThat(text("There is no such page")).isVisible();
  }

  private List<Path> sent() throws IOException {
    Path outbox = continuo().data().resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(continuo().address() + path)).GET();
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
