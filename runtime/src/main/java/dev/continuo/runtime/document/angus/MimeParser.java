package dev.continuo.runtime.document.angus;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a raw RFC 5322 message apart, leniently and within limits: what is broken is read as far as
 * it goes and named as a defect. Contents are decoded only when a leaf is opened.
 */
public final class MimeParser {
  private static final String PLAIN = "text/plain";

  private final MimeLimits limits;
  private final Defects defects = new Defects();
  private final Decoding decoding;
  private int parts;

  private MimeParser(MimeLimits limits) {
    this.limits = limits;
    this.decoding = new Decoding(limits.decodedBytes(), defects);
  }

  /** Never throws on content; a message without any header has none in the result. */
  public static MimeMail parse(byte[] raw, MimeLimits limits) {
    return new MimeParser(limits).parse(raw);
  }

  private MimeMail parse(byte[] raw) {
    int start = firstContent(raw);
    try {
      Entity message =
          Entity.at(
              new SharedByteArrayInputStream(raw, start, raw.length - start), limits, defects);
      return new MimeMail(new MailHeaders(message.fields()), node(message, PLAIN, 0), defects);
    } catch (MessagingException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  private MimeNode node(Entity part, String fallback, int depth) throws MessagingException {
    parts++;
    ContentKind kind = ContentKind.of(first(part, "Content-Type"), fallback, defects);
    boolean container = kind.type().equals("multipart") || kind.is("message", "rfc822");
    if (container && depth >= limits.depth()) {
      defects.add(
          "too-deep",
          "The message is nested more than %d levels; what is deeper was left as a file."
              .formatted(limits.depth()));
      return leaf(part, new ContentKind("application", "octet-stream", kind.parameters()));
    }
    if (kind.type().equals("multipart")) {
      return branch(part, kind, depth);
    }
    if (kind.is("message", "rfc822")) {
      Entity inner = Entity.at(content(part), limits, defects);
      return new MimeNode.Enclosed(new MailHeaders(inner.fields()), node(inner, PLAIN, depth + 1));
    }
    return leaf(part, kind);
  }

  private MimeNode branch(Entity part, ContentKind kind, int depth) throws MessagingException {
    String boundary = kind.parameters().getOrDefault("boundary", "");
    BoundedMultipart multipart =
        new BoundedMultipart(
            boundary, (InputStream) content(part), limits.parts() - parts, limits, defects);
    List<Entity> entities = multipart.entities();
    if (entities.isEmpty()) {
      defects.add("broken-multipart", "The message's parts are not separated properly.");
      return leaf(part, ContentKind.of(null, PLAIN, defects));
    }
    String fallback = kind.subtype().equals("digest") ? "message/rfc822" : PLAIN;
    List<MimeNode> nodes = new ArrayList<>();
    for (Entity entity : entities) {
      if (parts >= limits.parts()) {
        defects.add(
            "too-many-parts",
            "The message has more than %d parts; the rest was left out.".formatted(limits.parts()));
        break;
      }
      nodes.add(node(entity, fallback, depth + 1));
    }
    return new MimeNode.Branch(kind.subtype(), nodes);
  }

  private MimeLeaf leaf(Entity part, ContentKind kind) {
    String encoding = first(part, "Content-Transfer-Encoding");
    Optional<ContentDisposition> disposition = disposition(part);
    boolean attachment =
        disposition.map(d -> "attachment".equalsIgnoreCase(d.getDisposition())).orElse(false);
    String name = disposition.map(d -> d.getParameter("filename")).orElse(null);
    String shown = decodedName(name != null ? name : kind.parameters().get("name"));
    return new MimeLeaf(kind, shown, attachment, () -> decoding.decode(part.encoded(), encoding));
  }

  /** The content of a container; it is decoded into memory only where it is encoded at all. */
  private SharedInputStream content(Entity part) {
    String encoding = first(part, "Content-Transfer-Encoding");
    if (Decoding.isPlain(encoding)) {
      return (SharedInputStream) part.encoded();
    }
    try (InputStream decoded = decoding.decode(part.encoded(), encoding)) {
      return new SharedByteArrayInputStream(decoded.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ContentDisposition> disposition(Entity part) {
    String header = first(part, "Content-Disposition");
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String bounded = header.substring(0, Math.min(header.length(), ContentKind.LONGEST));
    try {
      return Optional.of(new ContentDisposition(bounded));
    } catch (ParseException | RuntimeException e) {
      defects.add("broken-disposition", "A file's name is malformed.");
      String word = bounded.strip().toLowerCase(Locale.ROOT);
      return Optional.of(
          new ContentDisposition(word.startsWith("inline") ? "inline" : "attachment", null));
    }
  }

  private static @Nullable String decodedName(@Nullable String name) {
    if (name == null || !name.contains("=?")) {
      return name;
    }
    try {
      return MimeUtility.decodeText(name);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return name;
    }
  }

  private static @Nullable String first(Entity part, String name) {
    String[] values = part.fields().getHeader(name);
    return values == null ? null : MailHeaders.unfolded(MailHeaders.bounded(values[0]));
  }

  /** Skips a byte order mark and empty lines before the first header. */
  private static int firstContent(byte[] raw) {
    int at = 0;
    if (raw.length >= 3
        && raw[0] == (byte) 0xef
        && raw[1] == (byte) 0xbb
        && raw[2] == (byte) 0xbf) {
      at = 3;
    }
    while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n')) {
      at++;
    }
    return at;
  }
}
