package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Analysis;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.DecisionShape;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.TableShape;
import dev.continuo.rules.table.model.DmnModel;
import dev.continuo.rules.table.model.DmnReader.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DMNNode;

/** A model compiled by Drools, with all that evaluation needs worked out beforehand. */
final class DroolsTable implements CompiledTable {
  private final TableShape shape;
  private final Map<String, Question> questions;
  private final DMNRuntime runtime;
  private final DMNModel model;
  private final HitListener hits;
  private final DmnModel source;
  private final Set<String> services;
  private final boolean imports;

  /** What asking one decision takes. */
  private record Question(DecisionShape shape, List<InputValues.Need> needs, String answerName) {}

  private DroolsTable(Readable readable, String hash, DMNRuntime runtime, DMNModel model) {
    var shapes = new Shapes(readable.model());
    this.shape =
        new TableShape(
            hash,
            readable.model().name(),
            readable.bounded(),
            shapes.decisions(),
            shapes.mainDecision(),
            shapes.inputs());
    this.runtime = runtime;
    this.model = model;
    this.source = readable.model();
    this.services =
        model.getDecisionServices().stream().map(DMNNode::getName).collect(Collectors.toSet());
    this.imports = !model.getDefinitions().getImport().isEmpty();
    this.hits = new HitListener(decisions());
    this.questions = new LinkedHashMap<>();
    for (var decision : readable.model().decisions()) {
      var asked = shapes.decision(decision.id());
      var names = model.getRequiredInputsForDecisionName(decision.name());
      var needed = new ArrayList<String>();
      names.forEach(input -> needed.add(input.getName()));
      var needs =
          inputs().stream()
              .filter(input -> needed.contains(input.name()))
              .map(InputValues.Need::of)
              .toList();
      var question = new Question(asked, needs, shapes.answerName(decision));
      questions.put(decision.name(), question);
      questions.put(decision.id(), question);
    }
    runtime.addListener(hits);
  }

  static DroolsTable of(Readable readable, String hash, DMNRuntime runtime, DMNModel model) {
    return new DroolsTable(readable, hash, runtime, model);
  }

  @Override
  public TableShape shape() {
    return shape;
  }

  @Override
  public Evaluation evaluate(String decisionId, Map<String, ? extends @Nullable Object> values) {
    var question = questions.get(decisionId);
    if (question == null && services.contains(decisionId)) {
      return new ServiceCall(runtime, model, hits).evaluate(decisionId, values);
    }
    if (question == null) {
      return Evaluation.failed(List.of(), List.of(unknownDecision(decisionId)));
    }
    var problems = new ArrayList<Finding>();
    var context = runtime.newContext();
    var given = new InputValues(question.shape().name(), values, problems);
    for (var need : question.needs()) {
      context.set(need.input().name(), given.value(need));
    }
    if (imports) {
      values.forEach(
          (input, value) -> {
            if (!context.isDefined(input)) {
              context.set(input, value); // Perhaps an input of an imported model.
            }
          });
    } else {
      given.unknown(inputs(), question.needs().size());
    }
    if (problems.stream().anyMatch(Finding::isError)) {
      return Evaluation.failed(List.of(), problems);
    }
    try {
      hits.begin();
      var result = runtime.evaluateByName(model, context, question.shape().name());
      var rows = hits.end();
      var answer = result.getDecisionResultByName(question.shape().name());
      var messages = result.getMessages();
      if (!messages.isEmpty()) {
        problems.addAll(new EvaluationMessages(question.shape().name(), rows).findings(messages));
      }
      if (answer == null || answer.getEvaluationStatus() != DecisionEvaluationStatus.SUCCEEDED) {
        return Evaluation.failed(rows, EvaluationMessages.atLeastOne(question.shape(), problems));
      }
      return evaluation(question, answer.getResult(), rows, problems);
    } catch (RuntimeException | StackOverflowError e) {
      problems.add(broken(question.shape(), e));
      return Evaluation.failed(hits.end(), problems);
    }
  }

  /** Looks at all rows together; slow, and not for the thread of a run. */
  Analysis analyse() {
    return TableAnalysis.of(source, model);
  }

  private static Evaluation evaluation(
      Question question, @Nullable Object value, List<HitRow> rows, List<Finding> problems) {
    if (value instanceof Map<?, ?> context) {
      var outputs = AnswerValues.ordered(context, question.shape().outputs());
      return new Evaluation(outputs, outputs, rows, problems);
    }
    if (value == null && rows.isEmpty()) {
      return new Evaluation(Map.of(), null, rows, problems);
    }
    var plain = AnswerValues.plain(value);
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    outputs.put(question.answerName(), plain);
    return new Evaluation(outputs, plain, rows, problems);
  }

  private Finding unknownDecision(String decisionId) {
    var known = decisions().stream().map(DecisionShape::id).toList();
    return Finding.error(
        "decision-unknown",
        Place.table(name()),
        "The model has no decision \"%s\".".formatted(decisionId),
        "It has: " + String.join(", ", known) + ".",
        "Use one of these ids.");
  }

  private static Finding broken(DecisionShape shape, Throwable e) {
    if (Depth.exceeded(e)) {
      return Depth.finding(shape.name());
    }
    return Finding.error(
        "evaluation-broke",
        new Place(shape.name(), null, null, shape.id()),
        "The decision could not be evaluated.",
        "The engine stopped: " + e,
        "Look at the row for these inputs and try it on the table's page.");
  }
}
