package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import dev.continuo.designer.testing.Books;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A flow is drawn, checked, released, started and followed to its end; another one is imported. */
@Order(3)
@TestMethodOrder(OrderAnnotation.class)
class FlowsJourneyIT extends Journey {
  private static final String FLOW = "budget-check";
  private static final String EXPRESSION = "=if budget > 100 then budget * 2 else 0";

  @BeforeAll
  void begin() {
    comeIn();
    continuo().openApi();
    complaints();
  }

  @Test
  @Order(1)
  void aNewFlowBeginsWithAStart() {
    goTo("/flows");
    pictures("flows");
    press("New flow");
    fill("What is it called?", "Budget check");
    picture("flow-new");
    press("Create");
    assertThat(page().locator("h1")).hasText("Budget check");
    assertThat(shapes()).hasCount(1);
    assertThat(problem("Nothing follows 'Begin'.")).isVisible();
    pictures("flow-begin");
  }

  @Test
  @Order(2)
  void stepsAreAddedWithTheKeyboardAndConnected() {
    add("Decide by table");
    add("End");
    assertThat(shapes()).hasCount(3);
    assertThat(problem("lacks the setting 'Decision table'")).isVisible();
    pictures("flow-settings");
    await()
        .untilAsserted(
            () ->
                assertThat(bpmn())
                    .containsPattern("sourceRef=\"begin\" targetRef=\"(Activity_\\w+)\"")
                    .containsPattern("sourceRef=\"Activity_\\w+\" targetRef=\"Event_\\w+\"")
                    .contains("zeebe:modelerTemplate=\"continuo.decide\""));
  }

  @Test
  @Order(3)
  void anExpressionIsSavedAsItWasTyped() {
    shapes().filter(named("Decide by table")).click();
    Locator panel = page().locator(".continuo-properties");
    panel.getByLabel("Decision table").selectOption("lead-qualification");
    panel.getByLabel("Variable for the answer").fill("verdict");
    assertThat(text("None. It can be released.")).isVisible();
    panel.locator("[data-group-id='group-inputs'] .bio-properties-panel-add-entry").click();
    Locator input = panel.locator("[data-group-id='group-inputs']");
    input.getByLabel("Name").fill("amount");
    input.locator(".bio-properties-panel-feel-icon").click();
    input.locator("[contenteditable=true]").click();
    page().keyboard().type(EXPRESSION.substring(1));
    pictures("flow-expression");
    await()
        .untilAsserted(
            () ->
                assertThat(bpmn())
                    .contains(
                        "<zeebe:input source=\"%s\" target=\"amount\" />"
                            .formatted(EXPRESSION.replace(">", "&#62;")))
                    .contains("<zeebe:header key=\"result\" value=\"verdict\" />"));
    assertThat(panel).not().containsText("Task definition");
  }

  @Test
  @Order(4)
  void aStepThatNothingLeadsToIsToldAndRemoved() {
    BoundingBox canvas = page().locator(".continuo-stage").boundingBox();
    double x = canvas.x + canvas.width / 2;
    double y = canvas.y + canvas.height - 100;
    page().locator("[data-entry='choice']").hover();
    page().mouse().down();
    page().mouse().move(x - 60, y, new Mouse.MoveOptions().setSteps(4));
    page().mouse().move(x, y, new Mouse.MoveOptions().setSteps(4));
    page().mouse().up();
    assertThat(shapes()).hasCount(4);
    Locator found = problem(Pattern.compile("Nothing leads to .*"));
    assertThat(found).isVisible();
    pictures("flow-problem");
    press("Release");
    answer("Release");
    assertThat(dialog().locator(".problem-line")).isVisible();
    answer("Cancel");

    found.click();
    page().locator(".continuo-stage svg").first().focus();
    page().keyboard().press("Delete");
    assertThat(shapes()).hasCount(3);
    assertThat(text("None. It can be released.")).isVisible();
  }

  @Test
  @Order(5)
  void aReleasedFlowRunsWithTheVariablesOfItsStart() {
    press("Release");
    dialog().locator("textarea").fill("First try");
    answer("Release");
    assertThat(text("Version 1 is released")).isVisible();
    press("Start a run");
    dialog()
        .locator("textarea")
        .fill(
            """
            {"title": "Budget of the harbour archive", "budget": 4000,
             "kind": "project-inquiry", "knownContact": false, "language": "en", "score": 0.9}""");
    picture("flow-start");
    answer("Start");
    page().locator(".toast").getByText(Pattern.compile("See (it|the runs)")).click();
    page().locator("h1, .run-line").getByText("Budget of the harbour archive").first().waitFor();
    if (page().url().endsWith("/runs")) {
      page().locator(".run-line").getByText("Budget of the harbour archive").first().click();
    }
    assertThat(page().locator("h1")).hasText("Budget of the harbour archive");
    assertThat(page().locator(".run .tags").first())
        .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
    assertThat(page().locator("continuo-process-viewer .djs-shape.continuo-completed").first())
        .isVisible();
    assertThat(page().locator(".trace")).containsText("New contact with a budget worth a call");
    pictures("run-of-flow");
  }

  @Test
  @Order(6)
  void whoSavedMeanwhileIsNotOverwritten() {
    goTo("/flows/" + FLOW);
    shapes().first().waitFor();
    saveElsewhere("Budget check, by the API");
    rename("Ask the table");
    assertThat(dialog()).containsText("This draft was changed elsewhere");
    pictures("flow-conflict");
    answer("Load the other");
    assertThat(page().locator("h1")).hasText("Budget check, by the API");
    assertThat(bpmn()).doesNotContain("Ask the table");

    saveElsewhere("Budget check again");
    rename("Ask the table");
    answer("Keep mine");
    await().untilAsserted(() -> assertThat(bpmn()).contains("Ask the table"));
  }

  @Test
  @Order(7)
  void aDraftIsDiscarded() {
    press("Discard draft");
    answer("Discard");
    assertThat(text("As released")).isVisible();
    assertThat(page().locator("h1")).hasText("Budget check");
    assertThat(bpmn()).doesNotContain("Ask the table").contains("Decide by table");
  }

  @Test
  @Order(8)
  void aFileIsImportedAsADraft() {
    goTo("/flows");
    press("Import");
    upload("broken.bpmn", "application/xml", "<!DOCTYPE x><a/>");
    assertThat(dialog().locator(".problem-line")).containsText("DOCTYPE");
    picture("flow-import-refused");
    upload(
        "second.bpmn",
        "application/xml",
        bpmn().replace(FLOW, "second-check").replace("Budget", "Second"));
    assertThat(page().locator("h1")).hasText("Second check");
    assertThat(shapes()).hasCount(3);
    assertThat(text("not released yet")).isVisible();
    goTo("/flows/lead-intake");
    shapes().filter(named("Qualify the lead")).click();
    assertThat(page().locator(".continuo-properties")).containsText("Decide by table");
    pictures("flow-shipped");
    assertThat(complaints()).isEmpty();
  }

  @Test
  @Order(9)
  void aStartThatTheEngineRefusesIsToldAndBeginsWhenTheFlowIsMended() {
    String timer =
        "<bpmn:timerEventDefinition><bpmn:timeCycle>R/P365D</bpmn:timeCycle>"
            + "</bpmn:timerEventDefinition></bpmn:startEvent>";
    String yearly =
        bpmn()
            .replace(FLOW, "yearly-review")
            .replace("Budget check", "Yearly review")
            .replaceFirst("</bpmn:startEvent>", timer);
    var taken =
        continuo()
            .post("/api/v1/flows", "application/xml", yearly.getBytes(StandardCharsets.UTF_8));
    assertThat(taken.code()).as("%s", taken.body()).isEqualTo(201);
    release("yearly-review");
    var books = new Books(continuo());
    books.write(
        "INSERT INTO start_trigger(trigger_key, flow_id, origin, variables, tries, last_try_at)"
            + " VALUES ('cut-off', 'yearly-review', 'a mail', ?, 1, now() - interval '1 hour')",
        "{\"startKey\": \"cut-off\"}");

    goTo("/runs");
    Locator told = page().getByText(Pattern.compile("Yearly review could not begin \\(a mail"));
    told.waitFor(new Locator.WaitForOptions().setTimeout(SLOW));
    assertThat(text("The process engine refused it: ")).not().containsText("CREATE");
    assertThat(text("give it a second start without one")).isVisible();
    pictures("runs-refused");
    page().getByText("Open the flow").click();
    assertThat(page().locator("h1")).hasText("Yearly review");

    save("yearly-review", yearly.replace(timer, "</bpmn:startEvent>"));
    release("yearly-review");
    books.write("UPDATE start_trigger SET last_try_at = now() - interval '1 hour'");
    goTo("/runs");
    assertThat(told).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SLOW));
    assertThat(page().locator(".run-line").getByText("Yearly review").first()).isVisible();
    assertThat(complaints()).isEmpty();
  }

  private Locator shapes() {
    return page()
        .locator("continuo-process-editor .djs-shape:not([data-element-id$='_label'])")
        .locator("visible=true");
  }

  private static Locator.FilterOptions named(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private Locator problem(String words) {
    return page().locator(".problems .problem-line").getByText(words).first();
  }

  private Locator problem(Pattern words) {
    return page().locator(".problems .problem-line").getByText(words).first();
  }

  private void add(String step) {
    Locator search = page().locator(".continuo-steps input[type=search]");
    search.fill(step);
    search.press("Enter");
    search.fill("");
  }

  private void rename(String name) {
    shapes().filter(named("Decide by table")).dblclick();
    page().keyboard().press("Control+a");
    page().keyboard().type(name);
    page().keyboard().press("Enter");
  }

  private void saveElsewhere(String title) {
    save(FLOW, bpmn().replaceFirst("(<bpmn:process [^>]*name=\")[^\"]*", "$1" + title));
  }

  private void save(String flow, String xml) {
    int revision = 0;
    for (var one : continuo().get("/api/v1/flows").body()) {
      if (one.path("id").asString().equals(flow)) {
        revision = one.path("draftRevision").asInt();
      }
    }
    var saved =
        continuo()
            .put(
                "/api/v1/flows/" + flow + "/draft?revision=" + revision,
                "application/xml",
                xml.getBytes(StandardCharsets.UTF_8));
    assertThat(saved.code()).as("%s", saved.body()).isEqualTo(200);
  }

  private void release(String flow) {
    var released = continuo().post("/api/v1/flows/" + flow + "/release", Map.of());
    assertThat(released.code()).as("%s", released.body()).isEqualTo(200);
  }

  /** The draft as it is stored. */
  private String bpmn() {
    return continuo().text("/api/v1/flows/" + FLOW + "/bpmn?draft=true");
  }
}
