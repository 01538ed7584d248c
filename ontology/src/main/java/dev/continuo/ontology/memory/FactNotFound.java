package dev.continuo.ontology.memory;

/** There is no such fact, or it is no longer believed, so it cannot be corrected. */
public final class FactNotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FactNotFound(String factId) {
    super(
        "The fact "
            + factId
            + " cannot be changed: it does not exist or is no longer believed. Open the entity and"
            + " take its current fact.");
  }

  /** Stable name of this error. */
  public String code() {
    return "fact-not-found";
  }
}
