package dev.continuo.runtime.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a raw message. */
public sealed interface MailReading {

  /**
   * A message that could be read, as far as its notes say.
   *
   * @param messageId with angle brackets; absent where the mail has none or it is malformed
   * @param inReplyTo the answered message's id, with angle brackets
   * @param references the thread's ids, oldest first, with angle brackets; the last 50
   * @param from who says to have written it
   * @param replyTo where an answer should go if not to {@code from}
   * @param to the recipients; the first 100
   * @param subject one line without control characters, may be empty
   * @param date when it says to have been written
   * @param text the writer's own words
   * @param quoted what they quoted or forwarded, may be empty
   * @param automatic whether a machine says to have sent it (out of office, bounce, list)
   * @param notes what was broken, left out or made harmless
   * @param attachments files, by reference
   */
  record ReadMail(
      @Nullable String messageId,
      @Nullable String inReplyTo,
      List<String> references,
      @Nullable MailAddress from,
      @Nullable MailAddress replyTo,
      List<MailAddress> to,
      String subject,
      @Nullable Instant date,
      String text,
      String quoted,
      boolean automatic,
      List<MailNote> notes,
      List<MailAttachment> attachments)
      implements MailReading {
    public ReadMail {
      references = List.copyOf(references);
      to = List.copyOf(to);
      notes = List.copyOf(notes);
      attachments = List.copyOf(attachments);
    }
  }

  /** Nothing that could be shown as a mail; {@code why} is a sentence for the owner. */
  record Unreadable(String why) implements MailReading {}
}
