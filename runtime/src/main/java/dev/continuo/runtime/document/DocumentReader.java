package dev.continuo.runtime.document;

/**
 * Reads the text of kept documents (PDF, Word, Excel, OpenDocument, RTF, HTML, text and their kin),
 * outside of this program: whatever the document, the answer is a {@link DocumentText} after
 * bounded time, and the application stays whole.
 *
 * <p>Contract: one document is read at a time; nothing is stored here. Safe for many threads.
 */
public final class DocumentReader implements AutoCloseable {
  private final Documents documents;
  private final TextReader reader;

  DocumentReader(Documents documents, TextReader reader) {
    this.documents = documents;
    this.reader = reader;
  }

  /**
   * Reads one.
   *
   * @throws DocumentNotFound when it was never stored
   * @throws DocumentDamaged when its file is gone
   * @throws ReadingUnavailable when there is nothing to read with
   */
  public DocumentText read(String documentId, String name) {
    return reader.read(documents.file(documentId), name);
  }

  /** Frees what reading needs until there is work again. */
  public void rest() {
    reader.rest();
  }

  @Override
  public void close() {
    reader.close();
  }
}
