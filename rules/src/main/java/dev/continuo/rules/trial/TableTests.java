package dev.continuo.rules.trial;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.DecisionShape;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.SameValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a table's kept tests, and reads and writes them as comma-separated text. */
public final class TableTests {
  private TableTests() {}

  /** Asks the table everything; takes as long as the answers take. */
  public static TestReport run(CompiledTable table, List<TableTest> tests) {
    var reached = new HashMap<String, Set<Integer>>();
    var outcomes = new ArrayList<TestOutcome>();
    for (var test : tests) {
      var outcome = outcome(table, test);
      for (var hit : outcome.evaluation().hits()) {
        reached.computeIfAbsent(hit.decision(), name -> new HashSet<>()).add(hit.number());
      }
      outcomes.add(outcome);
    }
    var coverage =
        table.decisions().stream()
            .filter(decision -> !decision.rows().isEmpty())
            .map(decision -> coverage(decision, reached.getOrDefault(decision.name(), Set.of())))
            .toList();
    return new TestReport(outcomes, coverage);
  }

  /**
   * Reads tests. The first line names the columns: {@code name}, an input by its name or label, an
   * output as {@code expect NAME}. Empty cells say nothing about an output, and {@code null} for an
   * input.
   */
  public static TestImport fromCsv(CompiledTable table, String csv) {
    return new TestFile(table).read(csv);
  }

  /** The tests in the form that {@link #fromCsv} reads; safe to open in a spreadsheet. */
  public static String toCsv(CompiledTable table, List<TableTest> tests) {
    return new TestFile(table).write(tests);
  }

  private static TestOutcome outcome(CompiledTable table, TableTest test) {
    var decision = test.decisionId().isEmpty() ? table.mainDecision().id() : test.decisionId();
    var evaluation = table.evaluate(decision, test.given());
    return new TestOutcome(test, evaluation, differences(test.expect(), evaluation));
  }

  private static List<Difference> differences(Map<String, ?> expected, Evaluation evaluation) {
    var differences = new ArrayList<Difference>();
    expected.forEach(
        (output, value) -> {
          var actual = evaluation.outputs().get(output);
          if (!SameValue.test(value, actual)) {
            differences.add(new Difference(output, value, actual));
          }
        });
    if (expected.isEmpty()) {
      evaluation
          .outputs()
          .forEach((output, actual) -> differences.add(new Difference(output, null, actual)));
    }
    return differences;
  }

  private static RowCoverage coverage(DecisionShape decision, Set<Integer> reached) {
    var hit = new ArrayList<HitRow>();
    var missed = new ArrayList<HitRow>();
    for (var row : decision.rows()) {
      (reached.contains(row.number()) ? hit : missed).add(row);
    }
    return new RowCoverage(decision.id(), decision.name(), hit, missed);
  }
}
