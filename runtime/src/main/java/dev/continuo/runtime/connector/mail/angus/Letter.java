package dev.continuo.runtime.connector.mail.angus;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * A mail to be written.
 *
 * @param messageId with angle brackets
 * @param fromName display name, may be empty
 * @param fromAddress one address
 * @param to addresses
 * @param subject one line
 * @param text plain text
 * @param inReplyTo the answered message's id or empty
 * @param references the thread's ids, oldest first
 * @param date when it was written
 */
public record Letter(
    String messageId,
    String fromName,
    String fromAddress,
    List<String> to,
    String subject,
    String text,
    String inReplyTo,
    List<String> references,
    Instant date) {
  private static final int LINE = 76;

  public Letter {
    to = List.copyOf(to);
    references = List.copyOf(references);
  }

  /** Whether a text is exactly one address and nothing else. */
  public static boolean isAddress(String text) {
    if (text.length() > 320
        || !text.matches("[^\\s\\p{Cc}<>,;:\"()\\[\\]\\\\]+@[^\\s\\p{Cc}<>,;@]+")) {
      return false;
    }
    try {
      new InternetAddress(text, true).validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  /**
   * The RFC 5322 message. Every field is encoded by the library and holds no line of its own
   * making.
   */
  public byte[] message() {
    try {
      MimeMessage message = new Fixed();
      message.setFrom(new InternetAddress(fromAddress, fromName, StandardCharsets.UTF_8.name()));
      for (String address : to) {
        message.addRecipient(RecipientType.TO, new InternetAddress(address, true));
      }
      message.setSubject(subject, StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(date));
      if (!inReplyTo.isEmpty()) {
        message.setHeader("In-Reply-To", inReplyTo);
      }
      if (!references.isEmpty()) {
        message.setHeader("References", folded(references));
      }
      message.setText(text, StandardCharsets.UTF_8.name());
      message.saveChanges();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      message.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("A checked letter could not be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folded(List<String> ids) {
    StringBuilder line = new StringBuilder();
    int length = "References: ".length();
    for (String id : ids) {
      if (!line.isEmpty()) {
        boolean wraps = length + id.length() > LINE;
        line.append(wraps ? "\r\n " : " ");
        length = wraps ? 1 : length + 1;
      }
      line.append(id);
      length += id.length();
    }
    return line.toString();
  }

  /** The library would make up an id of its own. */
  private final class Fixed extends MimeMessage {
    Fixed() {
      super(Session.getInstance(new Properties()));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
