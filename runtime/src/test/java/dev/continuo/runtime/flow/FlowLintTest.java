package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowLintTest {
  private final StepCatalogue catalogue =
      new StepCatalogue(
          List.of(
              new Step("nap", "Take a nap", List.of()),
              new Step(
                  "wake",
                  "Wake up",
                  List.of(
                      new StepPort("clock", "header", "Which clock", true),
                      new StepPort("song", "header", "Which song", false)))));
  private final FlowLint lint = new FlowLint(() -> catalogue);

  @Test
  void passesAProcessOfCatalogueSteps() {
    assertThat(lint.check(process(task("<zeebe:taskDefinition type=\"continuo.critical.nap\" />"))))
        .isEmpty();
  }

  @Test
  void namesAnUnknownStepAndWhatToChooseInstead() {
    var findings = lint.check(process(task("<zeebe:taskDefinition type=\"http-magic\" />")));
    assertThat(findings)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("unknown-step");
              assertThat(f.elementId()).isEqualTo("work");
              assertThat(f.sentence())
                  .contains("'Do the work'")
                  .contains("http-magic")
                  .contains("Take a nap");
            });
  }

  @Test
  void refusesADoctypeBeforeReadingOn() {
    assertThat(lint.check("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + process("")))
        .extracting(Finding::code)
        .containsExactly("doctype");
  }

  @Test
  void refusesTwoThousandNestedSubProcessesWithoutOverflowing() {
    String deep = "<bpmn:subProcess id=\"s\">".repeat(2000) + "</bpmn:subProcess>".repeat(2000);
    assertThat(lint.check(process(deep))).extracting(Finding::code).containsExactly("too-deep");
  }

  @Test
  void refusesMoreElementsThanTheEngineCanRead() {
    var many = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      many.append("<bpmn:task id=\"t").append(i).append("\" />");
    }
    assertThat(lint.check(process(many.toString())))
        .extracting(Finding::code)
        .containsExactly("too-many-elements");
  }

  @Test
  void saysWhichLineIsNotXml() {
    assertThat(lint.check("<bpmn:definitions>\n<oops"))
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("line"));
  }

  @Test
  void refusesWhatThisEngineWouldNotRun() {
    var findings =
        lint.check(
            process(
                """
                <bpmn:userTask id="ask" name="Ask"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>
                <bpmn:businessRuleTask id="rule" name="Rule"><bpmn:extensionElements><zeebe:calledDecision decisionId="d" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>
                <bpmn:scriptTask id="script" name="Script"><bpmn:extensionElements><zeebe:script expression="=1" resultVariable="x" /></bpmn:extensionElements></bpmn:scriptTask>
                <bpmn:adHocSubProcess id="adhoc" />
                """));
    assertThat(findings)
        .extracting(Finding::code)
        .contains("native-user-task", "called-decision", "script", "not-supported");
    assertThat(findings).allSatisfy(f -> assertThat(f.fix()).isNotBlank());
  }

  @Test
  void namesASettingThatAStepLacks() {
    String wake = "<zeebe:taskDefinition type=\"continuo.critical.wake\" />";
    assertThat(lint.check(process(task(wake))))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("missing-setting");
              assertThat(f.what()).isEqualTo("'Do the work' lacks the setting 'Which clock'.");
            });
    assertThat(
            lint.check(
                process(
                    task(
                        wake
                            + "<zeebe:taskHeaders><zeebe:header key=\"clock\" value=\"tower\" /></zeebe:taskHeaders>"))))
        .isEmpty();
  }

  @Test
  void namesAStepThatNothingLeadsTo() {
    var findings =
        lint.check(
            drawn(
                task("<zeebe:taskDefinition type=\"continuo.critical.nap\" />")
                    + "<bpmn:endEvent id=\"end\" />"
                    + arrow("begin", "end")));
    assertThat(findings)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("not-reached");
              assertThat(f.elementId()).isEqualTo("work");
              assertThat(f.sentence()).contains("'Do the work'").contains("arrow");
            });
    assertThat(lint.check(drawn("<bpmn:exclusiveGateway id=\"g1\" />" + arrow("begin", "x"))))
        .extracting(Finding::what)
        .containsExactly("Nothing leads to the choice 'g1'.");
  }

  @Test
  void doesNotAskForAnArrowWhereAnEventOrALinkLeads() {
    assertThat(
            lint.check(
                process(
                    task("<zeebe:taskDefinition type=\"continuo.critical.nap\" />")
                        + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"work\" />"
                        + "<bpmn:endEvent id=\"too-late\" />"
                        + arrow("late", "too-late")
                        + "<bpmn:subProcess id=\"aside\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"a\" /><bpmn:endEvent id=\"b\" />"
                        + arrow("a", "b")
                        + "</bpmn:subProcess>"
                        + "<bpmn:intermediateCatchEvent id=\"link\"><bpmn:linkEventDefinition id=\"l\" /></bpmn:intermediateCatchEvent>")))
        .isEmpty();
  }

  @Test
  void warnsOfAStartThatNothingFollows() {
    assertThat(lint.check(drawn("")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(f.what()).isEqualTo("Nothing follows 'Begin'.");
            });
  }

  @Test
  void warnsOfWhatTheEngineIgnoresInSilence() {
    assertThat(
            lint.check(
                process(
                    "<bpmn:extensionElements><zeebe:versionTag value=\"1\" /></bpmn:extensionElements>")))
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..1000000000 return i",
        "some x in list satisfies x > 1",
        "function(x) x(x)",
        "matches(text, \"(a+)+b\")",
        "1..1000000000"
      })
  void refusesExpressionsWithoutABound(String expression) {
    assertThat(FeelBounds.check(expression)).isPresent();
    assertThat(
            lint.check(
                process(
                    task(
                        "<zeebe:taskDefinition type=\"continuo.critical.nap\" /><zeebe:ioMapping><zeebe:input source=\"="
                            + expression.replace("\"", "&quot;").replace("<", "&lt;")
                            + "\" target=\"x\" /></zeebe:ioMapping>"))))
        .extracting(Finding::code)
        .contains("expression-not-bounded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer.verdict = \"approved\"",
        "amount > 400 and tier = \"for some\"",
        "lead.money[1].amount",
        "if a then b else c"
      })
  void passesComparisonsAndPaths(String expression) {
    assertThat(FeelBounds.check(expression)).isEmpty();
  }

  static String task(String extension) {
    return "<bpmn:serviceTask id=\"work\" name=\"Do the work\"><bpmn:extensionElements>"
        + extension
        + "</bpmn:extensionElements></bpmn:serviceTask>";
  }

  /** A process in which one step, if it is called "work", stands between start and end. */
  static String process(String content) {
    String arrows =
        content.contains("id=\"work\"")
            ? arrow("begin", "work") + arrow("work", "end")
            : arrow("begin", "end");
    return drawn("<bpmn:endEvent id=\"end\" />" + content + arrows);
  }

  private static String drawn(String content) {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
        <bpmn:process id="p" name="Process" isExecutable="true"><bpmn:startEvent id="begin" name="Begin" />%s</bpmn:process></bpmn:definitions>
        """
        .formatted(content);
  }

  private static String arrow(String from, String to) {
    return "<bpmn:sequenceFlow id=\"%s-%s\" sourceRef=\"%s\" targetRef=\"%s\" />"
        .formatted(from, to, from, to);
  }

  private record Step(String id, String title, List<StepPort> inputs) implements StepHandler {
    @Override
    public StepDescriptor descriptor() {
      return new StepDescriptor(
          id,
          title,
          "Test",
          "clock",
          EffectClass.NONE,
          Lane.CRITICAL,
          RetryClass.NONE,
          inputs,
          List.of(),
          "Does nothing.");
    }

    @Override
    public StepOutcome handle(StepContext step) {
      return new StepOutcome.Done(java.util.Map.of());
    }
  }
}
