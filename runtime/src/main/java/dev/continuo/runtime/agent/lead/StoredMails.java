package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.IntakeInput;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailAddress;
import dev.continuo.runtime.document.MailAttachment;
import dev.continuo.runtime.document.MailNote;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.document.MailReading;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mails as documents keep them, read anew each time; the raw message stays the only truth. */
final class StoredMails {
  private final Documents documents;
  private final MailReader reader;

  StoredMails(Documents documents, MailReader reader) {
    this.documents = documents;
    this.reader = reader;
  }

  MailReading read(String documentId) {
    return reader.read(documents.read(documentId));
  }

  /** What the intake role is given of a mail. */
  static IntakeInput input(Map<?, ?> variable, String documentId, MailReading.ReadMail mail) {
    Instant received = received(variable, mail);
    String messageId =
        Objects.requireNonNullElseGet(mail.messageId(), () -> text(variable, "messageId"));
    MailAddress from = mail.from() == null ? new MailAddress("", "") : mail.from();
    return new IntakeInput(
        from.name(),
        from.address(),
        replyTo(mail, from),
        mail.subject(),
        written(mail.date(), received),
        received,
        mail.text(),
        mail.inReplyTo(),
        thread(mail, messageId),
        notes(mail, from),
        documentId,
        messageId);
  }

  private static @Nullable String replyTo(MailReading.ReadMail mail, MailAddress from) {
    return mail.replyTo() == null || mail.replyTo().address().equalsIgnoreCase(from.address())
        ? null
        : mail.replyTo().address();
  }

  private static List<String> thread(MailReading.ReadMail mail, String messageId) {
    List<String> thread = new ArrayList<>(mail.references());
    if (messageId.startsWith("<") && !thread.contains(messageId)) {
      thread.add(messageId);
    }
    return thread;
  }

  private static List<String> notes(MailReading.ReadMail mail, MailAddress from) {
    List<String> notes =
        mail.notes().stream().map(MailNote::words).collect(Collectors.toCollection(ArrayList::new));
    if (mail.automatic()) {
      notes.add("A machine says to have sent this mail, so an answer may reach nobody.");
    }
    if (!mail.attachments().isEmpty()) {
      notes.add(
          "With the mail came "
              + mail.attachments().stream()
                  .map(MailAttachment::name)
                  .limit(5)
                  .collect(Collectors.joining(", "))
              + (mail.attachments().size() > 5 ? " and more." : "."));
    }
    String replyTo = replyTo(mail, from);
    if (replyTo != null) {
      notes.add(
          "The sender asks for answers to " + replyTo + " instead of " + from.address() + ".");
    }
    return notes;
  }

  /** The mail's own date, unless it lies in the future. */
  static Instant written(@Nullable Instant date, Instant received) {
    return date != null && date.isBefore(received.plus(Duration.ofDays(1))) ? date : received;
  }

  private static Instant received(Map<?, ?> variable, MailReading.ReadMail mail) {
    try {
      return Instant.parse(text(variable, "receivedAt"));
    } catch (DateTimeParseException notGiven) {
      return mail.date() == null ? Instant.EPOCH : mail.date();
    }
  }

  private static String text(Map<?, ?> map, String key) {
    return Objects.toString(map.get(key), "");
  }
}
