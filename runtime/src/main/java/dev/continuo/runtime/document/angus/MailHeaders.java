package dev.continuo.runtime.document.angus;

import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message's header fields, decoded. All of it is text from outside, control characters too. */
public final class MailHeaders {
  private static final int LONGEST_LINE = 16 << 10;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]*+");

  private final InternetHeaders fields;

  MailHeaders(InternetHeaders fields) {
    this.fields = fields;
  }

  /**
   * One mailbox of an address field.
   *
   * @param name decoded display name, may be empty
   * @param address as written
   */
  public record Mailbox(String name, String address) {}

  /** Whether a field of that name is there. */
  public boolean has(String name) {
    return fields.getHeader(name) != null;
  }

  /** The number of fields that have a name and a value at all. */
  public int count() {
    return (int)
        Collections.list(fields.getAllHeaders()).stream().filter(h -> h.getValue() != null).count();
  }

  /** The first field of that name, unfolded, not decoded. */
  public Optional<String> raw(String name) {
    return Optional.ofNullable(value(name)).map(MailHeaders::unfolded).map(MailHeaders::eightBit);
  }

  /** The first field of that name, unfolded, with encoded words decoded. */
  public Optional<String> text(String name) {
    return raw(name).map(MailHeaders::decoded);
  }

  /** The mailboxes of a field, as far as they can be made out. */
  public List<Mailbox> mailboxes(String name) {
    String joined = fields.getHeader(name, ",");
    if (joined == null) {
      return List.of();
    }
    return AddressList.of(eightBit(unfolded(joined)));
  }

  /** When the message says to have been written, if that can be made out. */
  public Optional<Instant> date() {
    String line = value("Date");
    if (line == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MailDateFormat().parse(unfolded(line).strip()).toInstant());
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private @Nullable String value(String name) {
    String[] values = fields.getHeader(name);
    return values == null ? null : bounded(values[0]);
  }

  static String decoded(String line) {
    try {
      return MimeUtility.decodeText(line);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return line;
    }
  }

  /** Bytes above 127 arrive as Latin-1 letters; they are UTF-8 where that is valid. */
  private static String eightBit(String line) {
    if (line.chars().allMatch(c -> c < 0x80) || line.chars().anyMatch(c -> c > 0xff)) {
      return line;
    }
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  /** The library's own unfolding takes quadratic time. */
  static String unfolded(String value) {
    return FOLD.matcher(value).replaceAll(" ");
  }

  static String bounded(String value) {
    return value.length() <= LONGEST_LINE ? value : value.substring(0, LONGEST_LINE);
  }
}
