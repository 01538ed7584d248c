package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One client's page from all sides, and lists that are long. */
@Order(8)
@TestMethodOrder(OrderAnnotation.class)
class ClientJourneyIT extends Journey {
  private static final String CLOSED_BEFORE_IT_IS_OPEN =
      """
      async () => {
        const picker = document.querySelector('vaadin-date-picker');
        picker.opened = true;
        await new Promise(framed => requestAnimationFrame(framed));
        picker.opened = false;
        await new Promise(later => setTimeout(later, 500));
      }
      """;

  private static final Instant SPRING = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-04T09:00:00Z");
  private static final Instant SUMMER = Instant.parse("2026-07-06T09:00:00Z");
  private static final EntityRef LIV = Notes.person("Liv Aune", "liv@tindra.example");
  private static final EntityRef TINDRA = Notes.organisation("Tindra Forlag", "tindra.example");
  private static final EntityRef NORA = Notes.person(OWNER, MAIL);
  private static final int PHONES = 95;
  private static final int CROWD = 5_100;

  private Notes notes;

  @BeforeAll
  void aClientIsKnownSinceSpring() {
    comeIn();
    continuo().openApi();
    notes = new Notes(continuo());
    try (Notes then = Notes.of(continuo(), MAY)) {
      then.tells(
          SPRING,
          fact(LIV, "schema:worksFor", ref(TINDRA)),
          fact(LIV, "vcard:role", said("curator")));
    }
    contract();
    promise("draft", NORA, LIV, "Send the first draft", Instant.now().plus(Duration.ofDays(6)));
    promise(
        "photos", LIV, NORA, "Hand over the photographs", Instant.now().minus(Duration.ofDays(3)));
    EntityRef tone = new EntityRef("sosa:Observation", "signal:liv", "How Liv sounds");
    notes.tells(
        SUMMER,
        fact(tone, "sosa:hasFeatureOfInterest", ref(LIV)),
        fact(tone, "continuo:signalKind", said("tone")),
        fact(tone, "sosa:hasSimpleResult", said("in a hurry")));
    complaints();
  }

  private void contract() {
    EntityRef contract = new EntityRef("vf:Agreement", "agreement:tindra", "Frame contract 2026");
    EntityRef pay = new EntityRef("odrl:Duty", "clause:tindra-pay", "Payment");
    notes.tells(
        SPRING,
        fact(contract, "vf:provider", ref(NORA)),
        fact(contract, "vf:receiver", ref(TINDRA)),
        fact(contract, "schema:identifier", said("T-2026")),
        fact(pay, "vf:clauseOf", ref(contract)),
        fact(pay, "continuo:clauseKind", said("payment terms")),
        fact(pay, "schema:description", said("Invoices are due after 14 days")));
  }

  private void promise(String key, EntityRef by, EntityRef to, String what, Instant due) {
    EntityRef promise = new EntityRef("vf:Commitment", "commitment:liv-" + key, what);
    var told =
        notes.tells(
            SUMMER,
            fact(promise, "vf:provider", ref(by)),
            fact(promise, "vf:receiver", ref(to)),
            fact(promise, "schema:description", said(what)),
            fact(promise, "vf:due", new FactValue.Moment(due)),
            fact(promise, "continuo:state", said("open")));
    assertThat(told.rejected()).isEmpty();
    assertThat(told.review()).isEmpty();
  }

  @AfterAll
  void closeNotes() {
    notes.close();
    Crowd.leaves(continuo()); // others sum up what memory learned, of everybody in it
  }

  @Test
  @Order(1)
  void theFirstLookTellsWhoAndSinceWhenAndWhatIsPromisedBothWays() {
    goTo(pathOf(LIV));
    assertThat(page().locator("h1")).hasText("Liv Aune");
    assertThat(page().locator(".page-head-words")).containsText("person, known since 4 May 2026");
    Locator promises = page().locator(".promise-line");
    assertThat(promises).hasCount(2);
    assertThat(promises.first()).containsText("Liv Aune to " + OWNER);
    assertThat(promises.first()).containsText("was due");
    assertThat(promises.last()).containsText("Send the first draft");
    assertThat(promises.last()).containsText(OWNER + " to Liv Aune");
    assertThat(text("tone: in a hurry")).isVisible();
    assertThat(page().locator(".changes")).isHidden();
    pictures("client");

    goTo(pathOf(TINDRA));
    assertThat(page().locator(".contract")).containsText("Frame contract 2026");
    assertThat(page().locator(".contract")).containsText("Invoices are due after 14 days");
    assertThat(page().locator(".contract .rank-dot")).not().hasCount(0);
    assertThat(page().locator(".promise-line")).hasCount(2);
    page().locator(".contract .value-line").filter(has("T-2026")).click();
    assertThat(page().locator(".drawer .source-text .marked")).containsText("T-2026");
    pictures("client-contract");
    page().keyboard().press("Escape");
  }

  @Test
  @Order(2)
  void whatChangedSinceTheLastLookIsOneLineEachUntilItIsSeen() {
    notes.tells(Instant.now(), fact(LIV, "vcard:role", said("head of the press")));
    goTo(pathOf(LIV));
    Locator changes = page().locator(".changes");
    assertThat(changes).containsText("head of the press");
    assertThat(changes).containsText("Before: Liv Aune has the role curator");
    assertThat(changes.locator(".fact-line")).hasCount(1);
    pictures("client-changed");
    press("Seen");
    assertThat(changes).isHidden();
    page().reload();
    assertThat(page().locator(".promise-line")).hasCount(2);
    assertThat(changes).isHidden();
  }

  @Test
  @Order(3)
  void theTimelineTellsWhereTheClientWasSpokenOf() {
    goTo(pathOf(LIV));
    tab("Timeline");
    Locator lines = page().locator(".source-line");
    assertThat(lines.first()).containsText("A note of the owner's");
    assertThat(lines.last()).containsText("2 Mar 2026");
    picture("client-timeline");
    lines.last().click();
    assertThat(page().locator(".drawer .source-text")).containsText("Liv Aune: curator");
    page().keyboard().press("Escape");
    tab("Documents");
    assertThat(
            text(
                "Nothing yet. What comes with a mail stands here with its text, and Ask finds it."))
        .isVisible();
  }

  @Test
  @Order(4)
  void theDayOfBeliefTakesTheCorrectionBackAndTheSliderDoesTheSame() {
    EntityRef odd = Notes.person("Odd Vik", "odd@tindra.example");
    String read;
    try (Notes then = Notes.of(continuo(), MAY)) {
      read = then.tells(SPRING, fact(odd, "vcard:role", said("printer"))).accepted().getFirst();
    }
    try (Notes later = Notes.of(continuo(), SUMMER)) {
      later.corrects(read, said("painter"), "He paints; it was misread.");
    }
    goTo(pathOf(odd));
    Locator known = page().locator(".fact-groups");
    assertThat(known).containsText("painter");
    press("Look back");
    fill("As believed on", "01/06/2026");
    page().keyboard().press("Enter");
    assertThat(known).containsText("printer");
    assertThat(known).not().containsText("painter");
    assertThat(page()).hasURL(Pattern.compile(".*believed=2026-06-01"));
    page().keyboard().press("Escape");
    pictures("client-believed");
    page().reload(); // the address leads to the same day
    assertThat(known).containsText("printer");
    press("Back to now");
    assertThat(known).containsText("painter");

    Locator slider = page().getByLabel("As believed on, slider");
    slider.focus();
    slider.press("Home");
    assertThat(known).containsText("printer");
    assertThat(page()).hasURL(Pattern.compile(".*believed=2026-05-04"));
    slider.press("End");
    assertThat(known).containsText("painter");

    page().evaluate(CLOSED_BEFORE_IT_IS_OPEN);
    assertThat(button("Look back")).isVisible(); // for those who read the page by ear, too
  }

  @Test
  @Order(5)
  void aFactIsRetractedWithAReasonAndWhatStoodOnItBecomesShaky() {
    EntityRef siv = Notes.person("Siv Lund", "siv@tindra.example");
    var base = notes.tells(SUMMER, fact(siv, "vcard:role", said("buyer")));
    String role = base.accepted().getFirst();
    var derived =
        notes.tells(
            SUMMER, fact(siv, "continuo:prefers", said("offers by post")).derivedFrom(role));
    assertThat(derived.accepted()).hasSize(1);
    goTo(pathOf(siv));
    page().locator(".value-line").filter(has("buyer")).first().click();
    press("Retract");
    fill("Why", "She never bought anything.");
    picture("client-retract");
    press("Retract it");
    assertThat(page().locator(".fact-groups")).not().containsText("buyer");
    assertThat(page().locator(".drawer")).containsText("believed until");
    page().keyboard().press("Escape");

    goTo("/memory/review?show=shaky");
    Locator line = page().locator(".with-deed").filter(has("offers by post"));
    assertThat(line).hasCount(1);
    pictures("memory-shaky");
    press("It still holds: Siv Lund");
    assertThat(line).hasCount(0);
    assertThat(continuo().get("/api/v1/memory/shaky?q=Siv").body().size()).isZero();
  }

  @Test
  @Order(6)
  void manyValuesAreShownPieceByPieceAndGoAlongAsAWhole() throws Exception {
    EntityRef desk = Notes.organisation("Switchboard AS", "switchboard.example");
    notes.tells(
        SPRING,
        IntStream.range(0, PHONES)
            .mapToObj(
                n ->
                    Notes.fact(
                        desk,
                        "schema:telephone",
                        said("+47 22 %03d".formatted(n)),
                        SPRING.plus(Duration.ofDays(n))))
            .toArray(FactProposal[]::new));
    goTo(pathOf(desk));
    Locator values = page().locator(".fact-groups .value-line");
    assertThat(values).hasCount(6);
    assertThat(page().locator(".fact-groups")).not().containsText("+47 22 060");
    press("All 95");
    assertThat(values).hasCount(40);
    assertThat(page().locator(".fact-groups")).containsText("+47 22 060");
    picture("client-many");
    press("Show more than these 40");
    assertThat(values).hasCount(80);
    press("Show more than these 80");
    assertThat(values).hasCount(PHONES);
    assertThat(page().locator(".fact-groups")).containsText("+47 22 000");
    assertThat(page().getByText("Show more than").locator("visible=true")).hasCount(0);
    Download csv =
        page()
            .waitForDownload(
                () -> page().locator(".fact-groups").getByText("Take along as CSV").click());
    assertThat(Files.readAllLines(csv.path())).hasSize(PHONES + 1);
  }

  @Test
  @Order(7)
  void fiveThousandPeopleAreListedByNameAndWalkedByKeyboard() {
    Crowd.of(continuo(), CROWD);
    var rebuilt = continuo().post("/api/v1/memory/edges/rebuild", Map.of());
    assertThat(rebuilt.body().get("edges").asInt()).isGreaterThanOrEqualTo(CROWD);
    goTo("/memory?show=people");
    Locator hits = page().locator(".hit");
    assertThat(hits).hasCount(40);
    pictures("memory-people");
    String last = hits.last().innerText();
    press("Show more than these 40");
    assertThat(hits).hasCount(80);
    assertThat(hits.nth(40)).isFocused();
    assertThat(hits.nth(40)).not().hasText(last);
    page().keyboard().press("ArrowDown");
    assertThat(hits.nth(41)).isFocused();
    page().getByLabel("Search memory").fill("Crowd 4711");
    assertThat(hits.first()).containsText("Crowd 4711");
    goTo("/memory/crowd-house");
    Locator named = page().locator(".client-panel").filter(has("Where it is named"));
    Locator names = named.locator(".fact-line");
    assertThat(names).hasCount(40);
    named.getByText("Show more than these 40").click();
    assertThat(names).hasCount(80);
    page().getByLabel("Search where it is named").fill("Crowd 471");
    assertThat(names).hasCount(11);
    names.first().focus();
    page().keyboard().press("ArrowDown");
    assertThat(names.nth(1)).isFocused();
    page().getByLabel("Search where it is named").fill("no such words");
    assertThat(named).containsText("No line has these words in it.");
    assertThat(continuo().get("/api/v1/memory/promises?id=crowd-house&q=nothing").body().isEmpty())
        .isTrue();
  }

  @Test
  @Order(8)
  void aGraphOfFiveThousandIsFilteredSearchedWalkedAndGrown() {
    goTo("/memory/crowd-house");
    Locator graph = page().locator("continuo-memory-graph");
    Locator people = graph.locator(".continuo-kind").filter(has("People"));
    assertThat(people).containsText("59");
    press("Draw more");
    assertThat(people).containsText("239");
    press("Draw more");
    assertThat(people).containsText("959");
    press("Draw more");
    assertThat(people).containsText("3839");
    press("Draw more");
    assertThat(people).containsText("4999");
    assertThat(page().getByText("Draw more").locator("visible=true")).hasCount(0);
    pictures("graph-5000");

    Locator said = graph.locator(".continuo-unseen");
    Locator stage = graph.locator(".continuo-graph-stage");
    stage.focus();
    page().keyboard().press("ArrowRight");
    assertThat(said).containsText("links");
    String first = said.textContent();
    page().keyboard().press("ArrowRight");
    assertThat(said).not().hasText(first);
    page().keyboard().press("Enter");
    assertThat(page().locator(".drawer")).containsText("known since");
    page().keyboard().press("Escape");
    button("Zoom in").click();
    button("Show the whole graph").click();
    button("Show as a list").click();
    Locator list = graph.locator(".continuo-graph-list");
    assertThat(list).containsText("People (4999)");
    assertThat(list).containsText("Show more of 4999");
    people.click();
    assertThat(people).hasAttribute("aria-pressed", "false");
    button("Arrange in rings").click();
    people.click();
    assertThat(people).hasAttribute("aria-pressed", "true");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(9)
  void anOrganisationIsErasedWithItsPeopleInPercentWhileTheOwnerLooksElsewhere()
      throws SQLException {
    EntityRef house = Notes.organisation("Grimstad Trykk", "grimstadtrykk.example");
    EntityRef worker = Notes.person("Jorunn Grimstad", "jorunn@grimstadtrykk.example");
    notes.tells(
        SPRING,
        fact(worker, "schema:worksFor", ref(house)),
        fact(house, "schema:telephone", said("+47 37 000")));
    goTo(pathOf(house));
    button("Erase").click();
    assertThat(dialog()).containsText("Also erase, with all of it");
    page()
        .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Jorunn Grimstad"))
        .check();
    assertThat(dialog()).containsText("2 facts of all times");
    pictures("memory-erase-house");
    fill("Type Grimstad Trykk to confirm", "Grimstad Trykk");
    try (var database = database();
        var hold = database.createStatement()) {
      database.setAutoCommit(false);
      hold.execute("lock table owner in share mode"); // the sweep waits when it comes here
      press("Erase for good");
      assertThat(dialog().locator(".erasure-progress")).hasText(Pattern.compile("[1-9]\\d? %"));
      pictures("memory-erasing");
      answer("Close");
      goTo("/memory/erased");
      Locator line = page().locator(".settled-line").first();
      assertThat(line).containsText("Under way");
      assertThat(line.locator(".erasure-progress")).hasText(Pattern.compile("[1-9]\\d? %"));
      picture("memory-erasing-left");
      database.rollback();
      assertThat(line)
          .containsText("Gone", new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
      assertThat(line).containsText("2 facts");
    }
    assertThat(continuo().get("/api/v1/memory/entity?id=" + house.key()).code()).isEqualTo(404);
    assertThat(continuo().get("/api/v1/memory/entity?id=" + worker.key()).code()).isEqualTo(404);
    assertThat(continuo().get("/api/v1/memory/erasures").body().get(0).get("percent").asInt())
        .isEqualTo(100);
  }

  @Test
  @Order(10)
  void everyNewPageFitsAPhone() {
    for (String path :
        java.util.List.of(
            pathOf(LIV), pathOf(TINDRA), "/memory?show=people", "/memory/review?show=shaky")) {
      goTo(path);
      page().locator(".long-list").first().waitFor();
      assertThat(overflow(360)).as("too wide at %s", path).isEmpty();
    }
  }

  private java.sql.Connection database() throws SQLException {
    var engines = continuo().engines();
    return DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
  }

  private void tab(String name) {
    page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static String pathOf(EntityRef who) {
    return "/memory/"
        + java.net.URLEncoder.encode(who.key(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static FactProposal fact(EntityRef who, String predicate, FactValue value) {
    return Notes.fact(who, predicate, value, null);
  }

  private static FactValue ref(EntityRef other) {
    return new FactValue.Ref(other);
  }

  private static FactValue said(String words) {
    return new FactValue.Text(words);
  }

  private static Locator.FilterOptions has(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
