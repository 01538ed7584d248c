package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowLintTest {
  private final StepCatalogue catalogue = new StepCatalogue(List.of(new Nap()));
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

  static String process(String content) {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
        <bpmn:process id="p" name="Process" isExecutable="true"><bpmn:startEvent id="begin" />%s</bpmn:process></bpmn:definitions>
        """
        .formatted(content);
  }

  private static final class Nap implements StepHandler {
    @Override
    public StepDescriptor descriptor() {
      return new StepDescriptor(
          "nap",
          "Take a nap",
          "Test",
          "clock",
          EffectClass.NONE,
          Lane.CRITICAL,
          RetryClass.NONE,
          List.of(),
          List.of(),
          "Does nothing.");
    }

    @Override
    public StepOutcome handle(StepContext step) {
      return new StepOutcome.Done(java.util.Map.of());
    }
  }
}
