package dev.continuo.runtime.decision;

import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The step behind a business-rule task: asks a released table about the run's variables. */
final class DecideStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "decide",
          "Decide by table",
          "Decisions",
          "table",
          EffectClass.NONE,
          Lane.CRITICAL,
          RetryClass.QUICK,
          List.of(
              new StepPort("decision", "header", "Decision table", true),
              new StepPort("result", "header", "Variable for the answer", true)),
          List.of(new StepPort("result", "context", "The answer with the rows that hit", true)),
          "Asks a decision table: a rule of the house in its newest release, a flow's own table in the"
              + " one that the flow was released with. The inputs are taken from variables of the"
              + " same names; the answer is put into one variable, with the rows that hit."
              + " It never guesses: a missing value or a wrong type stops the run with a sentence.");

  private final RecordedDecisions decisions;
  private final ReleasedTables tables;
  private final FlowPins pins;

  DecideStep(RecordedDecisions decisions, ReleasedTables tables, FlowPins pins) {
    this.pins = pins;
    this.decisions = decisions;
    this.tables = tables;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    var table = step.headers().getOrDefault("decision", "").strip();
    var result = step.headers().getOrDefault("result", "").strip();
    if (table.isEmpty() || result.isEmpty()) {
      return new StepOutcome.Incident(
          "The step \"%s\" does not say which table decides, or where the answer goes."
              .formatted(step.elementId()),
          "It needs the settings decision and result.",
          "Fill them in the step's panel, release the flow and start again.");
    }
    try {
      return done(result, decisions.evaluate(request(step, table)));
    } catch (DecisionFailed failed) {
      return new StepOutcome.Incident(failed.what(), failed.why(), failed.fix());
    } catch (TableNotFound | TableNotReleased absent) {
      return new StepOutcome.Incident(
          "The step \"%s\" asks the table \"%s\".".formatted(step.elementId(), table),
          String.valueOf(absent.getMessage()),
          "Then try the step again.");
    }
  }

  private DecisionRequest request(StepContext step, String table) {
    var variables = step.variables();
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    var asked = tables.find(table, pins.version(step, table));
    for (var input : asked.table().inputs()) {
      if (variables.containsKey(input.name())) {
        inputs.put(input.name(), variables.get(input.name()));
      }
    }
    return new DecisionRequest(
        table,
        null,
        inputs,
        step.runKey(),
        step.elementInstanceKey(),
        step.elementId(),
        asked.version());
  }

  private static StepOutcome done(String result, DecisionResult answer) {
    var value = new LinkedHashMap<String, @Nullable Object>(answer.outputs());
    value.put("rows", DecisionTrace.rows(answer.hits()));
    value.put("table", answer.tableId());
    value.put("title", answer.title());
    value.put("version", answer.version());
    value.put("evaluationId", answer.evaluationId());
    return new StepOutcome.Done(Map.of(result, value));
  }
}
