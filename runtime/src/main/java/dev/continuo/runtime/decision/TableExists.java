package dev.continuo.runtime.decision;

/** Thrown when a new table is to take an id that is taken. */
public final class TableExists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableExists(String tableId) {
    super(
        "There is a decision table '%s' already. Each table has an id of its own. Open that table, or choose another id."
            .formatted(tableId));
  }

  /** A stable code for the API. */
  public String code() {
    return "table-exists";
  }
}
