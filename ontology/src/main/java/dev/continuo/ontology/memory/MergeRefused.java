package dev.continuo.ontology.memory;

/** Two entities cannot be merged or taken apart like that; nothing changed. */
public final class MergeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MergeRefused(String what, String why, String fix) {
    super(what + " was left as it is: " + why + " " + fix);
  }

  /** Stable name of this error. */
  public String code() {
    return "merge-refused";
  }
}
