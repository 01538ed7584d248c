package dev.continuo.runtime.decision.kept;

import dev.continuo.rules.trial.RowCoverage;
import dev.continuo.rules.trial.TestOutcome;
import java.util.List;

/**
 * What came of a table's tests.
 *
 * @param ran whether they could run; a text that does not compile runs none
 * @param lines one per test, in the order they were kept
 * @param coverage which rows they reach
 */
public record KeptReport(boolean ran, List<Line> lines, List<RowCoverage> coverage) {
  public KeptReport {
    lines = List.copyOf(lines);
    coverage = List.copyOf(coverage);
  }

  /** One test and what came of it. */
  public record Line(KeptTest kept, TestOutcome outcome) {}

  public List<Line> red() {
    return lines.stream().filter(line -> !line.outcome().green()).toList();
  }
}
