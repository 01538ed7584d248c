package dev.continuo.runtime.document;

/** Thrown when no document has the id. Trying again will not help. */
public final class DocumentNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DocumentNotFound(String id) {
    super(
        "There is no document '%s'. It was never stored in this data folder. Check the id, or store the document again."
            .formatted(id));
  }

  /** A stable code for the API. */
  public String code() {
    return "document-not-found";
  }
}
