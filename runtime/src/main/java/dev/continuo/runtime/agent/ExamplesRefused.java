package dev.continuo.runtime.agent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The operator's own examples are not of the form; the ones stored before still count. */
public final class ExamplesRefused extends RuntimeException {

  private final List<String> findings;

  ExamplesRefused(List<String> findings) {
    super(
        "The examples were not saved because "
            + String.join("; ", findings)
            + ". Put every line under a heading '## kind' with one of these kinds: "
            + Arrays.stream(RequestKind.values())
                .map(RequestKind::id)
                .collect(Collectors.joining(", "))
            + ".");
    this.findings = List.copyOf(findings);
  }

  /** All that was wrong, one sentence each. */
  public List<String> findings() {
    return findings;
  }

  public String code() {
    return "examples-refused";
  }
}
