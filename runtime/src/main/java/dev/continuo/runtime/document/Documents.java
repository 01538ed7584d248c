package dev.continuo.runtime.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps documents by the hash of their content: the same bytes are kept once, whatever their name.
 *
 * <p>Contract: what {@code store} returned survives a crash (the file is synced and moved into
 * place before its row is written) and is never changed or deleted here. Storing again returns the
 * first row. Safe for many threads. {@code store} joins the caller's transaction; a rollback leaves
 * a file without a row, which does no harm.
 */
public final class Documents {
  /** The largest document: 50 MB. */
  public static final long MAX_BYTES = 50L << 20;

  private final ContentFiles files;
  private final JdbcClient jdbc;

  Documents(Path folder, JdbcClient jdbc) {
    this.files = new ContentFiles(folder);
    this.jdbc = jdbc;
  }

  /**
   * Keeps bytes.
   *
   * @throws DocumentTooLarge above {@link #MAX_BYTES}
   */
  public StoredDocument store(byte[] content, String mediaType, String name) {
    return store(new ByteArrayInputStream(content), mediaType, name);
  }

  /**
   * Keeps a stream; it is read to its end and not closed.
   *
   * @throws DocumentTooLarge above {@link #MAX_BYTES}
   */
  public StoredDocument store(InputStream content, String mediaType, String name) {
    String shownName = CleanText.fileName(name);
    ContentFiles.Kept kept;
    try {
      kept = files.keep(content, MAX_BYTES).orElseThrow(() -> new DocumentTooLarge(shownName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jdbc.sql(
            """
            insert into document (id, size, media_type, name) values (:id, :size, :type, :name)
            on conflict (id) do nothing""")
        .param("id", kept.id())
        .param("size", kept.size())
        .param("type", CleanText.line(mediaType, 200))
        .param("name", shownName)
        .update();
    return find(kept.id()).orElseThrow(() -> new DocumentNotFound(kept.id()));
  }

  /** What is known of a document. */
  public Optional<StoredDocument> find(String id) {
    return jdbc.sql("select id, size, media_type, name from document where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new StoredDocument(
                    row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
        .optional();
  }

  /**
   * The whole content, checked against its hash.
   *
   * @throws DocumentNotFound when it was never stored
   * @throws DocumentDamaged when the file no longer holds what was stored
   */
  public byte[] read(String id) {
    try {
      byte[] content = Files.readAllBytes(file(id));
      if (!ContentFiles.sha256(content).equals(id)) {
        throw new DocumentDamaged(id);
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The content as a stream for downloads, not checked; the caller closes it.
   *
   * @throws DocumentNotFound when it was never stored
   * @throws DocumentDamaged when the file is gone
   */
  public InputStream open(String id) {
    try {
      return Files.newInputStream(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its content lies. */
  Path file(String id) {
    StoredDocument known = find(id).orElseThrow(() -> new DocumentNotFound(id));
    Path file = files.path(known.id());
    if (!Files.isRegularFile(file)) {
      throw new DocumentDamaged(id);
    }
    return file;
  }
}
