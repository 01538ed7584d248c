package dev.continuo.ontology.memory;

/** A review item cannot be settled like that; nothing changed. */
public final class ReviewRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReviewRefused(String itemId, String why, String fix) {
    super("The review item " + itemId + " was left as it is: " + why + " " + fix);
  }

  /** Stable name of this error. */
  public String code() {
    return "review-refused";
  }
}
