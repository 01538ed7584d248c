package dev.continuo.runtime.decision;

/** Thrown when a table is asked for that does not exist. Trying again will not help. */
public final class TableNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableNotFound(String tableId) {
    super(
        "There is no decision table '%s'. Steps and links know a table by its id. Choose one of the Decisions page, or correct the id."
            .formatted(tableId));
  }

  /** A stable code for the API. */
  public String code() {
    return "table-not-found";
  }
}
