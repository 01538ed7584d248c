package dev.continuo.designer.spine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Books;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Flows over the API: taken in, checked, released, started once, refused with sentences. */
class FlowApiIT {
  private static RunningContinuo continuo;

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
  }

  @Test
  void aReleasedFlowStartsOncePerKeyAndAnswersWithItsResult() {
    String id = "qualify-" + System.nanoTime();
    assertThat(create(flow(id, DECIDE)).code()).isEqualTo(201);
    Eventually.within(
        60,
        "released",
        () -> continuo.post("/api/v1/flows/" + id + "/release", Map.of()).code() == 200);
    Map<String, Object> inputs =
        Map.of(
            "kind",
            "project-inquiry",
            "knownContact",
            true,
            "amount",
            9000,
            "language",
            "en",
            "score",
            0.9);
    var first = start(id, inputs);
    assertThat(first.body().at("/result/state").asString()).isEqualTo("COMPLETED");
    assertThat(first.body().at("/result/variables/q/action").asString()).isEqualTo("answer");
    assertThat(first.body().at("/result/variables/q/rows").size()).isPositive();
  }

  @Test
  void aFlowThatIsNotReleasedIsRefusedByName() {
    var answer = continuo.post("/api/v1/flows/nobody-knows-me/runs", Map.of());
    assertThat(answer.code()).isEqualTo(404);
    assertThat(answer.body().path("detail").asString())
        .contains("nobody-knows-me")
        .contains("Release");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatDoesNotRun")
  void whatTheEngineWouldNotRunIsRefusedWithSentences(
      String what, String element, String name, String word) {
    String id = "refused-" + System.nanoTime();
    assertThat(create(flow(id, element)).code()).as("a draft may hold it").isEqualTo(201);
    var answer = continuo.post("/api/v1/flows/" + id + "/release", Map.of());
    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body().path("detail").asString()).contains(name).contains(word);
    assertThat(answer.body().path("findings"))
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              for (String part : new String[] {"code", "elementId", "what", "why", "fix"}) {
                assertThat(finding.path(part).asString()).as(part).isNotBlank();
              }
            });
    aReleasedFlowStartsOncePerKeyAndAnswersWithItsResult();
  }

  static Stream<Arguments> whatDoesNotRun() {
    return Stream.of(
        Arguments.of(
            "a native user task",
            task("userTask", "Ask the client", "<zeebe:userTask/>"),
            "'Ask the client'",
            "Job worker"),
        Arguments.of(
            "an unknown job type",
            task("serviceTask", "Send a fax", "<zeebe:taskDefinition type=\"fax.send\"/>"),
            "'Send a fax'",
            "fax.send"),
        Arguments.of(
            "a called decision",
            task(
                "businessRuleTask",
                "Rate the client",
                "<zeebe:calledDecision decisionId=\"rating\" resultVariable=\"r\"/>"),
            "'Rate the client'",
            "decision"),
        Arguments.of(
            "a script task",
            task(
                "scriptTask",
                "Add it up",
                "<zeebe:script expression=\"=1+1\" resultVariable=\"r\"/>"),
            "'Add it up'",
            "cript"));
  }

  private static String task(String kind, String name, String extension) {
    return "<bpmn:%s id=\"ask\" name=\"%s\"><bpmn:extensionElements>%s</bpmn:extensionElements><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:%s>"
        .formatted(kind, name, extension, kind);
  }

  @Test
  void aDoctypeIsRefusedAndTheEngineStaysUp() {
    var answer =
        create("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + flow("dtd", DECIDE));
    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body().path("detail").asString()).contains("DOCTYPE");
    String deep =
        flow(
            "deep",
            "<bpmn:subProcess id=\"s\">".repeat(2_000) + "</bpmn:subProcess>".repeat(2_000));
    var tooDeep = create(deep);
    assertThat(tooDeep.code()).isEqualTo(422);
    assertThat(tooDeep.body().path("detail").asString()).containsIgnoringCase("nested");
    aReleasedFlowStartsOncePerKeyAndAnswersWithItsResult();
  }

  @Test
  void aTableThatDoesNotCompileStaysADraftWithFindings() {
    var draft = continuo.get("/api/v1/tables/lead-qualification/draft").body();
    var answer =
        continuo.post(
            "/api/v1/tables/broken-" + System.nanoTime() + "?",
            "application/xml",
            draft
                .path("xml")
                .asString()
                .replaceFirst("<text>[^<]*</text>", "<text>][ nonsense</text>")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.body().path("findings")).isNotEmpty();
    var release =
        continuo.post(
            "/api/v1/tables/" + answer.body().path("tableId").asString() + "/release", Map.of());
    assertThat(release.code()).isEqualTo(422);
  }

  @Test
  void theRetryTableSaysHowOftenAStepThatBreaksIsTriedAgain() {
    String table = "/api/v1/tables/retry-policy";
    var draft = continuo.get(table + "/draft").body();
    String once =
        draft
            .path("xml")
            .asString()
            .replaceFirst("(id=\"retry-policy-quick-in-4\">\\s*<text>)[^<]*", "$1&lt;= 1")
            .replaceFirst("(id=\"retry-policy-quick-out-2\">\\s*<text>)[^<]*", "$10");
    continuo.put(
        table + "/draft?revision=" + draft.path("revision").asInt(),
        "application/xml",
        once.getBytes(StandardCharsets.UTF_8));
    assertThat(continuo.post(table + "/release?why=Once", Map.of()).code()).isEqualTo(200);

    String id = "breaks-" + System.nanoTime();
    create(
        flow(
            id,
            task(
                "serviceTask",
                "Remind",
                "<zeebe:taskDefinition type=\"continuo.critical.draft-reminder\"/>")));
    Eventually.within(
        60,
        "released",
        () -> continuo.post("/api/v1/flows/" + id + "/release", Map.of()).code() == 200);
    continuo.post("/api/v1/flows/" + id + "/runs", Map.of());

    Eventually.within(
        60,
        "stopped by the table",
        () ->
            continuo
                .get("/api/v1/runs?flow=" + id)
                .body()
                .at("/runs/0/state")
                .asString("")
                .equals("INCIDENT"));
    long run = continuo.get("/api/v1/runs?flow=" + id).body().at("/runs/0/runKey").asLong();
    var asked = new ArrayList<JsonNode>();
    for (JsonNode one : continuo.get(table + "/evaluations").body()) {
      if (one.path("runKey").asLong() == run) {
        asked.addFirst(one);
      }
    }
    assertThat(asked)
        .as("asked after each try")
        .extracting(one -> one.at("/hits/0/ruleId").asString())
        .containsExactly("retry-policy-quick", "retry-policy-rest");
    assertThat(asked.get(1).at("/inputs/tries").asInt()).isEqualTo(2);
    continuo.post(table + "/roll-back?version=1", Map.of());
  }

  @Test
  void aFlowThatOnlyATimerBeginsIsRefusedToTheCallerAndKeptWhereNobodyWaits() {
    String id = "yearly-" + System.nanoTime();
    String timer =
        "<bpmn:timerEventDefinition id=\"t\"><bpmn:timeCycle>R/P365D</bpmn:timeCycle>"
            + "</bpmn:timerEventDefinition></bpmn:startEvent>";
    assertThat(create(flow(id, DECIDE).replaceFirst("</bpmn:startEvent>", timer)).code())
        .isEqualTo(201);
    Eventually.within(
        60,
        "released",
        () -> continuo.post("/api/v1/flows/" + id + "/release", Map.of()).code() == 200);

    var answer = continuo.post("/api/v1/flows/" + id + "/runs", Map.of());
    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body().path("code").asString()).isEqualTo("start-refused");
    assertThat(answer.body().path("detail").asString()).contains(id).contains("timer");
    var books = new Books(continuo);
    String tries = "SELECT coalesce(sum(tries), -1) FROM start_trigger WHERE flow_id = ?";
    assertThat(books.number(tries, id)).as("nothing goes on trying").isEqualTo(-1);

    cutOff(books, "first:" + id, id);
    Eventually.holds(
        30, () -> assertThat(refused("first:" + id).path("why").asString()).isNotBlank());
    books.write(
        "UPDATE start_trigger SET last_try_at = now() - interval '1 minute' WHERE flow_id = ?", id);
    cutOff(books, "second:" + id, id);
    Eventually.holds(30, () -> assertThat(refused("second:" + id).isMissingNode()).isFalse());
    assertThat(books.number("SELECT tries FROM start_trigger WHERE trigger_key = ?", "first:" + id))
        .as("looked at again after two minutes only")
        .isEqualTo(2);
    books.write("DELETE FROM start_trigger WHERE flow_id = ?", id);
  }

  /** As after a power cut between the row and the engine. */
  private static void cutOff(Books books, String key, String flow) {
    books.write(
        "INSERT INTO start_trigger(trigger_key, flow_id, origin, variables, tries, last_try_at)"
            + " VALUES (?, ?, 'a mail', '{}', 1, now() - interval '1 minute')",
        key,
        flow);
  }

  private static JsonNode refused(String key) {
    for (JsonNode start : continuo.get("/api/v1/starts/refused").body()) {
      if (start.path("triggerKey").asString().equals(key)) {
        return start;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
  }

  @Test
  void withoutATokenTheApiTellsHowToGetOne() throws Exception {
    var answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(continuo.address() + "/api/v1/runs"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("token create");
  }

  static final String DECIDE =
      """
      <bpmn:businessRuleTask id="decide" name="Decide"><bpmn:extensionElements><zeebe:taskDefinition type="continuo.critical.decide"/><zeebe:taskHeaders><zeebe:header key="decision" value="lead-qualification"/><zeebe:header key="result" value="q"/></zeebe:taskHeaders></bpmn:extensionElements><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:businessRuleTask>\
      """;

  private static RunningContinuo.Answer create(String xml) {
    return continuo.post("/api/v1/flows", "application/xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  private static RunningContinuo.Answer start(String id, Map<String, Object> inputs) {
    return continuo.post("/api/v1/flows/" + id + "/runs?wait=30", inputs);
  }

  static String flow(String id, String middle) {
    String task = middle.contains("id=\"ask\"") ? "ask" : "decide";
    return """
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
    <bpmn:process id="%s" name="Qualify" isExecutable="true"><bpmn:startEvent id="s0"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>%s<bpmn:endEvent id="e0"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="a" sourceRef="s0" targetRef="%s"/><bpmn:sequenceFlow id="b" sourceRef="%s" targetRef="e0"/></bpmn:process></bpmn:definitions>
    """
        .formatted(id, middle, task, task);
  }
}
