package dev.continuo.ontology.vocabulary;

import java.util.List;

/** A vocabulary file cannot be used; the message lists everything that is wrong with it. */
public final class VocabularyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  public VocabularyRefused(String source, List<String> findings) {
    super(
        "The vocabulary "
            + source
            + " cannot be used: "
            + String.join("; ", findings)
            + ". Correct the file and load it again.");
    this.findings = List.copyOf(findings);
  }

  /** Everything that is wrong, one sentence each. */
  public List<String> findings() {
    return findings;
  }

  /** Stable name of this error. */
  public String code() {
    return "vocabulary-refused";
  }
}
