package dev.continuo.rules.trial;

import java.util.List;

/** What came of a table's tests, in their order, and which rows they reach. */
public record TestReport(List<TestOutcome> outcomes, List<RowCoverage> coverage) {
  public TestReport {
    outcomes = List.copyOf(outcomes);
    coverage = List.copyOf(coverage);
  }

  public boolean green() {
    return outcomes.stream().allMatch(TestOutcome::green);
  }

  public List<TestOutcome> red() {
    return outcomes.stream().filter(outcome -> !outcome.green()).toList();
  }
}
