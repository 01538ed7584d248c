package dev.continuo.runtime.document;

/** Thrown when a document is above the limit. Trying again will not help. */
public final class DocumentTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DocumentTooLarge(String name) {
    super(
        "'%s' was not stored. It is larger than %d MB, the most that is kept of one document. Send a smaller one, or a link to it."
            .formatted(name, Documents.MAX_BYTES >> 20));
  }

  /** A stable code for the API. */
  public String code() {
    return "document-too-large";
  }
}
