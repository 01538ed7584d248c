package dev.continuo.runtime.flow;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a flow cannot be released as it is. Carries every finding. */
public final class FlowRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  FlowRefused(List<Finding> findings) {
    super(
        "The flow was not released. "
            + findings.stream().map(Finding::sentence).collect(Collectors.joining(" ")));
    this.findings = List.copyOf(findings);
  }

  /** Everything that was found, errors first. */
  public List<Finding> findings() {
    return findings;
  }

  /** A stable code for the API. */
  public String code() {
    return "flow-refused";
  }
}
