package dev.continuo.runtime.document;

/** Thrown when a kept file no longer has the content its id names. Trying again will not help. */
public final class DocumentDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DocumentDamaged(String id) {
    super(
        "The document '%s' is damaged. Its file in the data folder's documents/ is missing or was changed. Restore the file from a backup."
            .formatted(id));
  }

  /** A stable code for the API. */
  public String code() {
    return "document-damaged";
  }
}
