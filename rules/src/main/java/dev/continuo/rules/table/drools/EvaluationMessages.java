package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.DecisionShape;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.feel.runtime.events.HitPolicyViolationEvent;

/** Says what went wrong while a decision was evaluated, with the rows it happened in. */
final class EvaluationMessages {
  private final String decision;
  private final List<HitRow> rows;

  EvaluationMessages(String decision, List<HitRow> rows) {
    this.decision = decision;
    this.rows = rows;
  }

  List<Finding> findings(List<DMNMessage> messages) {
    var findings = new ArrayList<Finding>(0);
    for (var message : messages) {
      if (message.getFeelEvent() instanceof HitPolicyViolationEvent violation) {
        findings.add(violation(violation));
      } else if (message.getException() != null && Depth.exceeded(message.getException())) {
        findings.add(Depth.finding(decision));
      } else if (message.getMessageType() != DMNMessageType.ERROR_EVAL_NODE
          || message.getFeelEvent() != null) {
        findings.add(failure(message.getText()));
      }
    }
    return findings;
  }

  /** An evaluation that did not succeed always says so. */
  static List<Finding> atLeastOne(DecisionShape shape, List<Finding> problems) {
    if (problems.stream().noneMatch(Finding::isError)) {
      problems.add(new EvaluationMessages(shape.name(), List.of()).failure("It gave no reason."));
    }
    return problems;
  }

  private Finding violation(HitPolicyViolationEvent violation) {
    var offending = violation.getOffendingRules();
    var table = violation.getNodeName();
    if (offending.isEmpty()) {
      return Finding.warning(
          "no-row",
          Place.table(table),
          "No row of the table fits.",
          "The values given are not covered.",
          "Add a row for them, or a last row that covers everything else.");
    }
    var numbers = offending.stream().map(String::valueOf).collect(Collectors.joining(", "));
    if (offending.size() > 1) {
      return Finding.error(
          "rows-overlap",
          Place.table(table),
          "Rows %s fit at the same time.".formatted(numbers),
          "The table's hit policy allows one answer only.",
          "Make their conditions exclude each other, or choose the hit policy FIRST.");
    }
    return Finding.error(
        "answer-type",
        new Place(table, offending.getFirst(), null, null),
        "The row's answer does not fit its column.",
        lastLine(violation.getMessage()),
        "Correct the answer cell of this row.");
  }

  private Finding failure(String text) {
    var row = rows.size() == 1 ? rows.getFirst().number() : null;
    return Finding.error(
        "evaluation-failed",
        new Place(decision, row, null, null),
        "The decision could not be evaluated.",
        text.replaceFirst("^DMN: ", "").replaceFirst("(?s) \\(DMN id: .*", "").strip(),
        "Try these inputs on the table's page and correct the row.");
  }

  private static String lastLine(String text) {
    return text.lines().reduce((first, second) -> second).orElse(text).strip();
  }
}
