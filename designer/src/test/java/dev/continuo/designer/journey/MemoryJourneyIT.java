package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.FactValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What a mail said is found again: from its run, by search, on its person, in its sentence. */
@Order(4)
@TestMethodOrder(OrderAnnotation.class)
class MemoryJourneyIT extends Journey {
  private static final String WHO = "Ragna Solheim";
  private static final String ADDRESS = "ragna.solheim@fjordstudio.example";
  private static final EntityRef RAGNA = Notes.person(WHO, ADDRESS);
  private static final EntityRef R_SOLHEIM =
      Notes.person("R. Solheim", "r.solheim@fjordstudio.example");
  private static final Instant SPRING = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant AUTUMN = Instant.parse("2026-10-05T09:00:00Z");

  private Notes notes;

  @AfterAll
  void closeNotes() {
    notes.close();
  }

  @BeforeAll
  void aMailComesIn() {
    comeIn();
    continuo().openApi();
    notes = new Notes(continuo());
    notes.says(
        WHO + " is curator of the collection.", RAGNA, "vcard:role", said("curator"), SPRING);
    notes.says(
        WHO + " is head of the archive now.",
        RAGNA,
        "vcard:role",
        said("head of the archive"),
        AUTUMN);
    notes.says(WHO + " helps out as an intern.", RAGNA, "vcard:role", said("intern"), AUTUMN);
    notes.says(
        WHO + " answers at extension 12.", RAGNA, "schema:email", said("extension 12"), AUTUMN);
    notes.says(
        "R. Solheim is head of the archive.",
        R_SOLHEIM,
        "vcard:role",
        said("head of the archive"),
        AUTUMN);
    EntityRef guild = Notes.organisation("Guild of Archivists", "archivists.example");
    EntityRef union = Notes.organisation("Nordic Heritage Union", "nordicheritage.example");
    EntityRef council = Notes.organisation("World Heritage Council", "heritagecouncil.example");
    notes.says(WHO + " is in the Guild of Archivists.", RAGNA, "org:memberOf", ref(guild), SPRING);
    notes.says("The guild is in the union.", guild, "org:memberOf", ref(union), SPRING);
    notes.says("The union is in the council.", union, "org:memberOf", ref(council), SPRING);
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
    page().locator(".value-line").filter(has(ADDRESS)).first().click();
    assertThat(page().locator(".drawer .source-text .marked")).isVisible();
    assertThat(page().locator(".drawer .source-text")).containsText("Date: ");
    assertThat(page().locator(".drawer .source-text"))
        .not()
        .containsText(Pattern.compile("Date: \\d{4}-\\d\\d-\\d\\dT"));
    pictures("memory-fact");
    page().keyboard().press("Escape");
  }

  @Test
  @Order(4)
  void aContradictionIsSettledByThePersonAndTakenBack() {
    goTo("/memory");
    assertThat(page().locator(".places .place-count").locator("visible=true").first())
        .hasText(Pattern.compile("[1-9]\\d*"));
    goTo("/memory/review");
    Locator card = page().locator(".decision").filter(has(WHO));
    assertThat(card.locator(".side").first()).containsText("head of the archive");
    assertThat(card.locator(".side").last()).containsText("intern");
    assertThat(card.locator(".side").last()).containsText("helps out as an intern");
    pictures("memory-decide");

    page().getByLabel("Reason about " + WHO + ": has the role").fill("she told me");
    press("Accept: " + WHO + ": has the role");
    assertThat(text("Accepted. What it replaced stays")).isVisible();
    press("Undo");
    assertThat(card).hasCount(1);
    assertThat(role()).isEqualTo("head of the archive");
    press("Decline: " + WHO + ": has the role");
    assertThat(card).hasCount(0);

    tab("Decided");
    assertThat(page().locator(".settled-line").filter(has(WHO))).containsText("Declined");
    picture("memory-decided");
    String item = declined();
    var again =
        continuo().post("/api/v1/memory/reviews/" + item + "/take-back", Map.of("why", "a test"));
    assertThat(again.body().get("status").asString()).isEqualTo("REVIEW");
    assertThat(continuo().get("/api/v1/memory/waiting").body().get("reviews").asInt()).isPositive();
    post(item, "accept");
    assertThat(role()).isEqualTo("intern");
    post(item, "take-back");
    assertThat(role()).isEqualTo("head of the archive");
    post(item, "decline");
    var refused = continuo().post("/api/v1/memory/reviews/" + item + "/accept", Map.of());
    assertThat(refused.code()).isEqualTo(409);
    assertThat(refused.body().get("code").asString()).isEqualTo("review-refused");
  }

  @Test
  @Order(5)
  void aRefusalStandsThereWithTheRulesWordsAndItsSentence() {
    goTo("/memory/review?show=refused");
    Locator line = page().locator(".withheld-line").filter(has("extension 12")).first();
    assertThat(line).containsText("This is not an e-mail address.");
    assertThat(line).containsText("answers at extension 12");
    picture("memory-refused");
  }

  @Test
  @Order(6)
  void twoThatAreOneAreReadTogetherAndComeApartAgain() {
    var pair =
        continuo()
            .post(
                "/api/v1/memory/merges",
                Map.of(
                    "entityId",
                    notes.id(RAGNA),
                    "otherId",
                    notes.id(R_SOLHEIM),
                    "why",
                    "same desk"));
    assertThat(pair.body().get("state").asString()).isEqualTo("OPEN");
    goTo("/memory/review?show=doubles");
    Locator card = page().locator(".decision").filter(has("R. Solheim"));
    assertThat(card).containsText("What speaks for it");
    picture("memory-doubles");
    button("They are one: ").click();
    assertThat(card).hasCount(0);
    goTo("/memory/" + encoded(R_SOLHEIM.key()));
    assertThat(page().locator("h1")).hasText(WHO);

    goTo("/memory/review?show=decided");
    button("Take back: " + WHO + " and R. Solheim").click();
    assertThat(text("They are two again")).isVisible();
    goTo("/memory/" + encoded(R_SOLHEIM.key()));
    assertThat(page().locator("h1")).hasText("R. Solheim");
  }

  @Test
  @Order(7)
  void aDayInThePastShowsWhatHeldThenAndLeadsBackToNow() {
    goTo("/memory/" + encoded(RAGNA.key()));
    assertThat(page().locator(".fact-groups")).containsText("head of the archive");
    press("Look back");
    fill("What held on", "01/05/2026");
    page().keyboard().press("Enter");
    assertThat(page().locator(".look-back-words")).containsText("what held on 1 May 2026");
    assertThat(page().locator(".fact-groups")).containsText("curator");
    assertThat(page().locator(".fact-groups")).not().containsText("head of the archive");
    assertThat(page()).hasURL(Pattern.compile(".*valid=2026-05-01"));
    page().keyboard().press("Escape");
    pictures("memory-past");
    page().reload();
    assertThat(page().locator(".fact-groups")).containsText("curator");
    press("Back to now");
    assertThat(page().locator(".fact-groups")).containsText("head of the archive");
    var then =
        continuo()
            .get("/api/v1/memory/entity?id=" + notes.id(RAGNA) + "&validAt=2026-05-01T00:00:00Z");
    assertThat(then.body().get("facts").toString()).contains("curator").doesNotContain("head of");
    assertThat(
            continuo()
                .get("/api/v1/memory/graph?depth=1&id=" + notes.id(RAGNA))
                .body()
                .get("nodes")
                .isEmpty())
        .isFalse();
  }

  @Test
  @Order(8)
  void theGraphGrowsWhereItIsAskedTo() {
    goTo("/memory/" + encoded(RAGNA.key()));
    button("Show as a list").click();
    Locator list = page().locator("continuo-memory-graph .continuo-graph-list");
    assertThat(list).containsText("Nordic Heritage Union");
    assertThat(list).not().containsText("World Heritage Council");
    button("Show what hangs on Nordic Heritage Union").click();
    assertThat(list).containsText("World Heritage Council");
    picture("memory-graph-list");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(9)
  void aFactIsCorrectedWithAReasonThatBecomesItsSource() {
    goTo("/memory/" + encoded(RAGNA.key()));
    page().locator(".value-line").filter(has("head of the archive")).first().click();
    press("Correct");
    fill("What it should say", "head of archives");
    press("Correct it");
    assertThat(text("Say in a few words why")).isVisible();
    fill("Why", "She signs like that.");
    picture("memory-correct");
    press("Correct it");
    assertThat(page().locator(".fact-groups")).containsText("head of archives");
    assertThat(role()).isEqualTo("head of archives");
    page().keyboard().press("Escape");

    page().locator(".value-line").filter(has("head of archives")).first().click();
    Locator rows = page().locator(".drawer h3:has-text('All that was ever recorded here') + *");
    assertThat(rows).containsText("head of the archive");
    assertThat(rows.locator(".fallen").first()).isVisible();
    pictures("memory-history");
    page().keyboard().press("Escape");
    var kept = roles("");
    assertThat(kept).contains("curator", "head of the archive", "head of archives");
    assertThat(kept.indexOf("head of the archive")).isLessThan(kept.indexOf("head of archives"));
    assertThat(roles("curator")).isNotEmpty().containsOnly("curator");
    var nobody = continuo().get("/api/v1/memory/fact/history?id=none");
    assertThat(nobody.code()).isEqualTo(404);
  }

  @Test
  @Order(10)
  void aQuestionInSparqlIsATableAndAWrongOneIsSaidInWords() {
    goTo("/memory/query");
    press("Who works where");
    assertThat(page().locator(".query-table")).containsText("Fjord Studio AS");
    pictures("memory-query");
    var samples =
        Map.of(
            "Promises and when", "vf:Commitment",
            "What is not believed", "recordedTo",
            "Facts by source", "dcterms:title",
            "Is anyone known", "ASK");
    samples.forEach(
        (sample, word) -> {
          button(sample).click();
          var answered = page().locator(".query-result[data-answers*='" + word + "']");
          assertThat(answered.locator(".query-answer")).isVisible();
        });
    button("Is anyone known").click();
    assertThat(page().locator(".query-verdict")).hasText(Pattern.compile("Yes|No"));
    page().getByLabel("Question in SPARQL").fill("DELETE WHERE { ?s ?p ?o }");
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask").setExact(true))
        .click();
    assertThat(page().locator(".trouble")).containsText("The question was not asked");
    picture("memory-query-refused");
    String csv =
        continuo()
            .postText(
                "/api/v1/memory/sparql.csv",
                Map.of("query", "SELECT ?name WHERE { ?p a schema:Person ; rdfs:label ?name }"));
    assertThat(csv).startsWith("name\r\n").contains(WHO);
    assertThat(continuo().post("/api/v1/memory/sparql", Map.of("query", "DROP ALL")).code())
        .isEqualTo(422);
  }

  @Test
  @Order(11)
  void ownWordsAreCheckedTakeEffectAndStayInTheHistory() {
    goTo("/memory/words");
    press("Begin with an example");
    assertThat(page().getByLabel("Your words, in Turtle")).not().hasValue("");
    page().getByLabel("Your words, in Turtle").fill("my:thing a broken sentence");
    press("Check");
    assertThat(page().locator(".vocabulary-findings")).containsText("What is wrong with it");
    picture("memory-words-wrong");
    page().getByLabel("Your words, in Turtle").fill("");
    press("Begin with an example");
    press("Check");
    assertThat(text("It is sound")).isVisible();
    press("Let it take effect");
    answer("Take effect");
    assertThat(text("Yours: my:nickname")).isVisible();
    assertThat(button("Version 3+1")).isVisible();
    press("Dry run");
    assertThat(text("Every stored fact speaks version")).isVisible();
    pictures("memory-words");
    var told =
        notes.says(
            WHO + " likes to be called Ragn.", RAGNA, "schema:telephone", said("nobody"), AUTUMN);
    assertThat(told.rejected()).isNotEmpty();
    assertThat(
            continuo()
                .put("/api/v1/memory/vocabulary/extension", Map.of("turtle", ""))
                .body()
                .get("applied")
                .asBoolean())
        .isTrue();
    assertThat(continuo().get("/api/v1/memory/vocabulary/extension/history").body().size())
        .isGreaterThanOrEqualTo(2);
    goTo("/memory/words/all");
    assertThat(text("has the e-mail address")).isVisible();
  }

  @Test
  @Order(12)
  void memoryLeavesWholeAndAForeignFileIsReportedStatementByStatement() throws Exception {
    goTo("/memory/carry");
    Download trig = page().waitForDownload(() -> page().getByText("TriG", exactly()).click());
    assertThat(trig.suggestedFilename()).endsWith(".trig");
    assertThat(Files.readString(trig.path())).contains("head of archives");
    upload("again.trig", "application/trig", Files.readString(trig.path()));
    assertThat(page().locator(".import-result")).containsText("known already");
    upload(
        "foreign.ttl",
        "text/turtle",
        """
        @prefix schema: <https://schema.org/> .
        <mailto:kaja.moe@nordlys.example> a schema:Person ; schema:name "Kaja Moe" ;
            schema:email "not an address" ; schema:favouriteColour "green" .
        """);
    assertThat(page().locator(".import-result h3").first()).hasText("foreign.ttl");
    assertThat(page().locator(".import-refusals")).containsText("not an address");
    pictures("memory-carry");
    var again =
        continuo()
            .post(
                "/api/v1/memory/import?name=broken.ttl",
                "application/octet-stream",
                "this is no turtle".getBytes(StandardCharsets.UTF_8));
    assertThat(again.code()).isEqualTo(422);
    assertThat(continuo().text("/api/v1/memory/export?format=CSV")).startsWith("fact,subject,");
    complaints();
  }

  @Test
  @Order(13)
  void aClientIsErasedAfterItsNameIsTypedAndAProofStays() {
    EntityRef gone = Notes.person("Odd Larsen", "odd.larsen@nordlys.example");
    notes.says("Odd Larsen is captain.", gone, "vcard:role", said("captain"), SPRING);
    var extent = continuo().get("/api/v1/memory/erasures/preview?id=" + notes.id(gone));
    assertThat(extent.body().get("memory").get("facts").asInt()).isEqualTo(1);
    assertThat(
            continuo()
                .post(
                    "/api/v1/memory/erasures",
                    Map.of("ids", List.of(gone.key()), "name", "Someone", "why", "asked"))
                .code())
        .isEqualTo(400);

    goTo("/memory/" + encoded(gone.key()));
    button("Erase").click();
    assertThat(dialog()).containsText("One row of proof");
    assertThat(dialog()).containsText("3 days");
    pictures("memory-erase");
    assertThat(button("Erase for good")).isDisabled();
    fill("Why, for the proof", "Odd Larsen asked");
    fill("Type Odd Larsen to confirm", "odd larsen");
    press("Erase for good");
    assertThat(text("Leave the name out")).isVisible();
    fill("Why, for the proof", "Asked to be forgotten");
    press("Erase for good");
    assertThat(text("Nothing answers with it any more."))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
    picture("memory-erased-done");
    press("Done");
    assertThat(text("Nobody and nothing is known by that")).isVisible();
    goTo("/memory/erased");
    assertThat(page().locator(".settled-line").first()).containsText("1 fact");
    picture("memory-erased");
    assertThat(continuo().get("/api/v1/memory/erasures").body().toString())
        .doesNotContainIgnoringCase("larsen");
    assertThat(continuo().get("/api/v1/memory/entity?id=" + gone.key()).code()).isEqualTo(404);
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(14)
  void everyPageOfMemoryFitsAPhone() {
    for (String path :
        List.of("", "/review", "/query", "/words", "/words/all", "/carry", "/erased")) {
      goTo("/memory" + path);
      assertThat(overflow(360)).as("too wide at %s", path).isEmpty();
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private String declined() {
    for (var item : continuo().get("/api/v1/memory/reviews?status=DISMISSED").body()) {
      if (item.get("subjectLabel").asString().equals(WHO)) {
        return item.get("id").asString();
      }
    }
    throw new AssertionError("Nothing about " + WHO + " was declined.");
  }

  private void post(String item, String verdict) {
    var answer =
        continuo()
            .post("/api/v1/memory/reviews/" + item + "/" + verdict, Map.of("why", "looked again"));
    assertThat(answer.code()).as(verdict).isEqualTo(200);
  }

  private void tab(String name) {
    page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
  }

  private String role() {
    return roleFact().get("value").get("text").asString();
  }

  /** The values that her role ever had, as they were recorded. */
  private List<String> roles(String words) {
    var rows =
        continuo()
            .get(
                "/api/v1/memory/fact/history?id=%s&q=%s"
                    .formatted(roleFact().get("factId").asString(), encoded(words)));
    var values = new ArrayList<String>();
    rows.body().forEach(row -> values.add(row.get("value").get("text").asString()));
    return values;
  }

  private JsonNode roleFact() {
    for (var fact :
        continuo().get("/api/v1/memory/entity?id=" + notes.id(RAGNA)).body().get("facts")) {
      if (fact.get("predicate").asString().equals("vcard:role")) {
        return fact;
      }
    }
    throw new AssertionError(WHO + " has no role.");
  }

  private static FactValue ref(EntityRef other) {
    return new FactValue.Ref(other);
  }

  private static FactValue said(String words) {
    return new FactValue.Text(words);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Locator.FilterOptions has(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
