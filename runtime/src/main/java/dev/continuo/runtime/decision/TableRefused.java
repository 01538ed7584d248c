package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a draft cannot be released as it is. Carries every finding; the draft stays. */
public final class TableRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  public TableRefused(List<Finding> findings) {
    super(
        "The table was not released. "
            + findings.stream()
                .filter(Finding::isError)
                .map(Finding::sentence)
                .collect(Collectors.joining(" ")));
    this.findings = List.copyOf(findings);
  }

  /** Everything that was found, errors first. */
  public List<Finding> findings() {
    return findings;
  }

  /** A stable code for the API. */
  public String code() {
    return "table-refused";
  }
}
