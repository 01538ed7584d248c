package dev.continuo.runtime.setting;

import java.util.List;

/** Thrown when settings cannot be saved; tells everything at once. */
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> findings;

  SettingsRefused(List<String> findings) {
    super("The settings were not saved. " + String.join(" ", findings));
    this.findings = List.copyOf(findings);
  }

  /** One sentence per finding. */
  public List<String> findings() {
    return findings;
  }

  /** A stable code for the API. */
  public String code() {
    return "settings-refused";
  }
}
