package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.util.List;

/** Thrown when a table has no answer. The same question will fail again; a person has to look. */
public final class DecisionFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> problems;
  private final String what;

  /**
   * @param title the table's business name
   * @param problems at least one
   */
  DecisionFailed(String title, int version, List<Finding> problems) {
    super(
        "%s (version %d) has no answer. %s"
            .formatted(title, version, problems.getFirst().sentence()));
    this.what =
        "%s (version %d) has no answer. %s".formatted(title, version, problems.getFirst().what());
    this.problems = List.copyOf(problems);
  }

  /** Everything that went wrong, the reason first. */
  public List<Finding> problems() {
    return problems;
  }

  /** What happened, one or two sentences. */
  public String what() {
    return what;
  }

  /** Why, one sentence. */
  public String why() {
    return problems.getFirst().why();
  }

  /** What to do, one sentence. */
  public String fix() {
    return problems.getFirst().fix();
  }

  /** A stable code for the API. */
  public String code() {
    return "decision-failed";
  }
}
