package dev.continuo.ontology.memory;

/** Memory could not be reached or gave up in the middle; nothing was written. May help to retry. */
public final class MemoryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MemoryUnavailable(String what, Throwable cause) {
    super(
        what
            + " failed because memory did not answer ("
            + cause.getMessage()
            + "). Nothing was written; try again with the same key.",
        cause);
  }

  /** Stable name of this error. */
  public String code() {
    return "memory-unavailable";
  }
}
