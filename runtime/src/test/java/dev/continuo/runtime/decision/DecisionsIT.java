package dev.continuo.runtime.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.continuo.rules.table.HitRow;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class DecisionsIT {
  private ConfigurableApplicationContext app;
  private Decisions decisions;
  private DecideStep step;
  private DecisionTestApp.RememberedTrace trace;

  @BeforeAll
  void start() {
    app = DecisionTestApp.start(DecisionTestApp.freshDatabase());
    decisions = app.getBean(Decisions.class);
    step = app.getBean(DecideStep.class);
    trace = app.getBean(DecisionTestApp.RememberedTrace.class);
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private static Map<String, @Nullable Object> lead() {
    var inputs = new HashMap<String, @Nullable Object>();
    inputs.put("kind", "project-inquiry");
    inputs.put("knownContact", true);
    inputs.put("amount", null);
    inputs.put("language", "en");
    inputs.put("score", 0.83);
    return inputs;
  }

  private static DecisionRequest asked(Map<String, @Nullable Object> inputs, long run) {
    return new DecisionRequest("lead-qualification", null, inputs, run, run + 1, "Qualify");
  }

  private List<TraceEntry> traceOf(long run) {
    return trace.entries.stream().filter(entry -> entry.runKey() == run).toList();
  }

  @Test
  void recordsEveryAnswerWithItsVersionAndRows() {
    var answer = decisions.evaluate(asked(lead(), 100));

    assertThat(answer.version()).isEqualTo(1);
    assertThat(answer.title()).isEqualTo("Lead qualification");
    assertThat(answer.outputs()).containsEntry("fit", 90L).containsEntry("action", "answer");
    var recorded = decisions.ofRun(100);
    assertThat(recorded).hasSize(1);
    assertThat(recorded.getFirst().evaluationId()).isEqualTo(answer.evaluationId());
    assertThat(recorded.getFirst().elementId()).isEqualTo("Qualify");
    assertThat(recorded.getFirst().elementInstanceKey()).isEqualTo(101);
    assertThat(recorded.getFirst().inputs())
        .containsEntry("kind", "project-inquiry")
        .containsEntry("score", 0.83)
        .containsEntry("amount", null);
    assertThat(recorded.getFirst().outputs()).containsEntry("action", "answer");
    assertThat(recorded.getFirst().hits())
        .containsExactly(
            new HitRow(
                9,
                "lead-qualification-project-known",
                "Known client asks for a project",
                "Lead qualification"));
    assertThat(recorded.getFirst().answered()).isTrue();
    assertThat(decisions.latest("lead-qualification", 100))
        .extracting(RecordedDecision::evaluationId)
        .contains(answer.evaluationId());
  }

  @Test
  void tellsTheRunsTraceInOneSentence() {
    decisions.evaluate(asked(lead(), 200));

    assertThat(traceOf(200)).hasSize(1);
    var entry = traceOf(200).getFirst();
    assertThat(entry.kind()).isEqualTo(TraceKind.DECISION);
    assertThat(entry.elementInstanceKey()).isEqualTo(201);
    assertThat(entry.sentence())
        .isEqualTo(
            "decides by Lead qualification row 9, \"Known client asks for a project\":"
                + " fit 90, action answer, answer within hours 8.");
  }

  @Test
  void aRedeliveredJobIsTheSameEvaluation() {
    var first = decisions.evaluate(asked(lead(), 300));
    var again = decisions.evaluate(asked(lead(), 300));
    var other = lead();
    other.put("amount", 5);
    var changed = decisions.evaluate(asked(other, 300));

    assertThat(again.evaluationId()).isEqualTo(first.evaluationId());
    assertThat(changed.evaluationId()).isNotEqualTo(first.evaluationId());
    assertThat(decisions.ofRun(300)).hasSize(2);
    assertThat(traceOf(300)).hasSize(2);
  }

  @Test
  void aQuestionWithoutARunIsRecordedEachTime() {
    var request = DecisionRequest.of("severity", Map.of("cardKind", "stuck", "hoursUntilDue", 1));

    assertThat(decisions.evaluate(request).evaluationId())
        .isNotEqualTo(decisions.evaluate(request).evaluationId());
  }

  @Test
  void anAnswerThatCannotBeGivenIsRecordedAndThrown() {
    var wrong = lead();
    wrong.put("amount", "a lot");

    assertThatThrownBy(() -> decisions.evaluate(asked(wrong, 400)))
        .asInstanceOf(type(DecisionFailed.class))
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("decision-failed");
              assertThat(failed.what())
                  .isEqualTo(
                      "Lead qualification (version 1) has no answer."
                          + " \"amount\" is \"a lot\", which is not of type number.");
            });
    assertThat(decisions.ofRun(400)).hasSize(1);
    assertThat(decisions.ofRun(400).getFirst().answered()).isFalse();
    assertThat(decisions.ofRun(400).getFirst().problems()).hasSize(1);
    assertThat(traceOf(400).getFirst().sentence()).startsWith("gets no answer from Lead");
  }

  @Test
  void anAnswerFallsWithTheTransactionOfTheOneWhoAsked() {
    var transactions = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));

    transactions.executeWithoutResult(
        tx -> {
          decisions.evaluate(asked(lead(), 500));
          tx.setRollbackOnly();
        });

    assertThat(decisions.ofRun(500)).isEmpty();
  }

  @Test
  void theStepPutsTheAnswerIntoOneVariableWithItsRows() {
    var variables = new HashMap<String, Object>(lead());
    variables.put("somethingElse", Map.of("a", 1));

    var outcome =
        step.handle(
            new Job(
                variables,
                Map.of("decision", "lead-qualification", "result", "qualification"),
                600));

    assertThat(step.descriptor().jobType()).isEqualTo("continuo.critical.decide");
    assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
    assertThat(((StepOutcome.Done) outcome).outputs())
        .containsOnlyKeys("qualification")
        .extractingByKey("qualification", MAP)
        .containsEntry("fit", 90L)
        .containsEntry("action", "answer")
        .containsEntry("answerWithinHours", 8L)
        .containsEntry("table", "lead-qualification")
        .containsEntry("version", 1)
        .containsEntry(
            "rows",
            List.of(
                Map.of(
                    "number",
                    9,
                    "words",
                    "Known client asks for a project",
                    "decision",
                    "Lead qualification")))
        .containsKey("evaluationId");
  }

  @Test
  void theStepStopsWithASentenceInsteadOfGuessing() {
    var wrong = new HashMap<String, Object>(lead());
    wrong.put("knownContact", "perhaps");
    var missing = new HashMap<String, Object>(lead());
    missing.remove("score");
    var headers = Map.of("decision", "lead-qualification", "result", "qualification");

    assertThat(step.handle(new Job(wrong, headers, 700)))
        .asInstanceOf(type(StepOutcome.Incident.class))
        .satisfies(
            incident -> {
              assertThat(incident.what())
                  .contains("\"knownContact\" is \"perhaps\", which is not of type boolean.");
              assertThat(incident.why()).isNotBlank();
              assertThat(incident.fix()).isNotBlank();
            });
    assertThat(step.handle(new Job(missing, headers, 710)))
        .asInstanceOf(type(StepOutcome.Incident.class))
        .satisfies(incident -> assertThat(incident.what()).contains("\"score\" was not handed"));
    assertThat(step.handle(new Job(lead(), Map.of("decision", "none", "result", "x"), 720)))
        .isInstanceOf(StepOutcome.Incident.class);
    assertThat(step.handle(new Job(lead(), Map.of(), 730)))
        .isInstanceOf(StepOutcome.Incident.class);
  }

  private record Job(Map<String, Object> variables, Map<String, String> headers, long runKey)
      implements StepContext {
    Job {
      variables = new LinkedHashMap<>(variables);
    }

    @Override
    public long jobKey() {
      return runKey + 2;
    }

    @Override
    public long elementInstanceKey() {
      return runKey + 1;
    }

    @Override
    public String flowId() {
      return "lead-intake";
    }

    @Override
    public int flowVersion() {
      return 1;
    }

    @Override
    public String elementId() {
      return "Qualify";
    }
  }
}
