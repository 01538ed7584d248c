package dev.continuo.ontology.exchange;

/** A file cannot be taken in at all; nothing was written. */
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportRefused(String name, String why, String fix) {
    super("The file " + name + " was not taken in: " + why + " " + fix);
  }

  /** Stable name of this error. */
  public String code() {
    return "import-refused";
  }
}
