package dev.continuo.runtime.agent;

import java.util.List;

/** A role was given, or made, something that its published schema does not allow. */
public final class ContractBroken extends RuntimeException {

  private final List<String> findings;

  ContractBroken(String contract, List<String> findings) {
    super(
        "The data do not fit the contract '"
            + contract
            + "' because "
            + String.join("; ", findings)
            + ". Correct the step before, or the variable by hand, and try again.");
    this.findings = List.copyOf(findings);
  }

  /** All that did not fit. */
  public List<String> findings() {
    return findings;
  }

  public String code() {
    return "contract-broken";
  }
}
