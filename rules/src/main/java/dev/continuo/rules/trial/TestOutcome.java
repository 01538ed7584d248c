package dev.continuo.rules.trial;

import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one test.
 *
 * @param evaluation the answer, with the rows it stands on and what went wrong
 * @param differences the outputs that are not as expected
 */
public record TestOutcome(TableTest test, Evaluation evaluation, List<Difference> differences) {
  public TestOutcome {
    differences = List.copyOf(differences);
  }

  /** Whether the table answers as expected. */
  public boolean green() {
    return differences.isEmpty() && evaluation.answered();
  }

  /** Why it is red; empty when it is green. */
  public String words() {
    if (!evaluation.answered()) {
      return evaluation.problems().stream()
          .filter(Finding::isError)
          .map(Finding::sentence)
          .collect(Collectors.joining(" "));
    }
    return differences.stream().map(Difference::words).collect(Collectors.joining("; "));
  }
}
