package dev.continuo.runtime.flow;

/** Thrown when a draft was saved by someone else in between. Nothing is overwritten. */
public final class DraftChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DraftChanged(String flowId, int expected, int found) {
    super(
        "The draft of '%s' was changed meanwhile (you worked on revision %d, it is at %d). Nothing was overwritten. Reload it, or save yours as a file first."
            .formatted(flowId, expected, found));
  }

  /** A stable code for the API. */
  public String code() {
    return "draft-changed";
  }
}
