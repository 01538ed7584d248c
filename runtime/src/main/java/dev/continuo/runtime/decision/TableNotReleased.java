package dev.continuo.runtime.decision;

/** Thrown when a version is asked that was never released. Trying again will not help. */
public final class TableNotReleased extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableNotReleased(String tableId) {
    super(
        "The decision table '%s' has no such released version. Only released versions answer. Release its draft on the Decisions page."
            .formatted(tableId));
  }

  /** A stable code for the API. */
  public String code() {
    return "table-not-released";
  }
}
