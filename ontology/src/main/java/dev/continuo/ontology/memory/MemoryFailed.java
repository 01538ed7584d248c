package dev.continuo.ontology.memory;

/** Memory answered, and refused: a wrong password, a defect. */
public final class MemoryFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MemoryFailed(String what, Throwable cause) {
    super(
        what
            + " failed because memory refused it ("
            + cause.getMessage()
            + "). Nothing was written, and trying again will not help; look into the log of Neo4j.",
        cause);
  }

  /** Stable name of this error. */
  public String code() {
    return "memory-failed";
  }
}
