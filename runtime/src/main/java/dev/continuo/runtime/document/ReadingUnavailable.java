package dev.continuo.runtime.document;

/** Thrown when there is nothing to read documents with right now. Trying again may help. */
public final class ReadingUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadingUnavailable(String why) {
    super("Documents cannot be read. %s Run ./continuo build and start again.".formatted(why));
  }

  /** A stable code for the API. */
  public String code() {
    return "reading-unavailable";
  }
}
