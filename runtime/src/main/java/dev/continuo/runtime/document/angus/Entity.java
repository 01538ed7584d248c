package dev.continuo.runtime.document.angus;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.SharedInputStream;
import java.io.InputStream;

/** Headers and the still encoded content behind them, over shared bytes: nothing is copied. */
final class Entity extends MimeBodyPart {
  private final SharedInputStream content;

  private Entity(InternetHeaders headers, SharedInputStream content) {
    this.headers = headers;
    this.content = content;
  }

  /** Reads the headers at the stream's position; the rest of it is the content. */
  static Entity at(SharedInputStream stream, MimeLimits limits, Defects defects)
      throws MessagingException {
    BoundedHeaders headers = new BoundedHeaders(limits.headers(), defects);
    headers.load((InputStream) stream);
    InputStream content = stream.newStream(stream.getPosition(), -1);
    return new Entity(headers, (SharedInputStream) content);
  }

  InternetHeaders fields() {
    return headers;
  }

  /** The encoded content, from its start. */
  InputStream encoded() {
    return content.newStream(0, -1);
  }
}
