package dev.continuo.runtime.document.angus;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Content of one type: a text or a file. */
public final class MimeLeaf implements MimeNode {
  private final String mediaType;
  private final Map<String, String> parameters;
  private final @Nullable String fileName;
  private final boolean attachment;
  private final Supplier<InputStream> decoded;

  MimeLeaf(
      ContentKind kind,
      @Nullable String fileName,
      boolean attachment,
      Supplier<InputStream> decoded) {
    this.mediaType = kind.type() + "/" + kind.subtype();
    this.parameters = kind.parameters();
    this.fileName = fileName;
    this.attachment = attachment;
    this.decoded = decoded;
  }

  /** Lower case, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** A parameter of the content type, for example {@code charset}. */
  public @Nullable String parameter(String name) {
    return parameters.get(name.toLowerCase(Locale.ROOT));
  }

  /** As the sender named it: text from outside. */
  public @Nullable String fileName() {
    return fileName;
  }

  /** Whether the sender meant it as a file rather than as text to read. */
  public boolean attachment() {
    return attachment;
  }

  /**
   * The decoded content. Reading never fails on broken content: it ends early, with a defect. Each
   * byte read counts against the message's budget.
   */
  public InputStream open() {
    return decoded.get();
  }
}
