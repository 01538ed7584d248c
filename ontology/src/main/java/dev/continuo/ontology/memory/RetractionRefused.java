package dev.continuo.ontology.memory;

/** A fact cannot simply be taken away, because something else cannot be without it. */
public final class RetractionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RetractionRefused(String factId, String shapeMessage) {
    super(
        "The fact "
            + factId
            + " cannot be retracted: "
            + shapeMessage
            + " Correct its value instead.");
  }

  /** Stable name of this error. */
  public String code() {
    return "retraction-refused";
  }
}
