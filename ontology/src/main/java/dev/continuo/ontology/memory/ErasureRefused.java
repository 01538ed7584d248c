package dev.continuo.ontology.memory;

/** There is nothing to erase; nothing changed. */
public final class ErasureRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ErasureRefused(String why) {
    super("Nothing was erased: " + why + " Open the client's page and start from there.");
  }

  /** Stable name of this error. */
  public String code() {
    return "erasure-refused";
  }
}
