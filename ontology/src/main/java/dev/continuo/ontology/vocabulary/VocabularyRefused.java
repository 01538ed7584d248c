package dev.continuo.ontology.vocabulary;

import java.util.List;

/** A vocabulary file cannot be used; the message lists everything that is wrong with it. */
public final class VocabularyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public VocabularyRefused(String source, List<String> findings) {
    super(
        "The vocabulary "
            + source
            + " cannot be used: "
            + String.join("; ", findings)
            + ". Correct the file and load it again.");
  }

  /** Stable name of this error. */
  public String code() {
    return "vocabulary-refused";
  }
}
