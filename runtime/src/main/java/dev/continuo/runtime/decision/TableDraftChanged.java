package dev.continuo.runtime.decision;

/** Thrown when a draft was saved by someone else in between. Nothing is overwritten. */
public final class TableDraftChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int foundRevision;

  TableDraftChanged(String tableId, int expected, int found) {
    super(
        "The draft of '%s' was changed meanwhile (you worked on revision %d, it is at %d). Nothing was overwritten. Reload it, or save yours as a file first."
            .formatted(tableId, expected, found));
    this.foundRevision = found;
  }

  /** The revision that the draft is at. */
  public int foundRevision() {
    return foundRevision;
  }

  /** A stable code for the API. */
  public String code() {
    return "table-draft-changed";
  }
}
