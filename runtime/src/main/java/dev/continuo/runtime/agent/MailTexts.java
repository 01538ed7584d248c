package dev.continuo.runtime.agent;

import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailNote;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.document.MailReading;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads kept raw mails again, as the roles need them. */
final class MailTexts {
  private final Documents documents;
  private final MailReader reader;

  MailTexts(Documents documents, MailReader reader) {
    this.documents = documents;
    this.reader = reader;
  }

  Optional<MailReading.ReadMail> read(String documentId) {
    return reader.read(documents.read(documentId)) instanceof MailReading.ReadMail mail
        ? Optional.of(mail)
        : Optional.empty();
  }

  /** The intake's input from a read mail and the start variable {@code mail}. */
  static IntakeInput input(MailReading.ReadMail mail, Map<String, Object> variable) {
    Instant receivedAt = Instant.parse(Steps.text(variable, "receivedAt"));
    return new IntakeInput(
        mail.from() == null ? "" : Steps.orElse(mail.from().name(), ""),
        mail.from() == null ? "" : Steps.orElse(mail.from().address(), ""),
        mail.replyTo() == null ? null : mail.replyTo().address(),
        mail.subject(),
        mail.date() == null ? receivedAt : mail.date(),
        receivedAt,
        mail.text(),
        mail.inReplyTo(),
        mail.references(),
        mail.notes().stream().map(MailNote::words).toList(),
        Steps.text(variable, "documentId"),
        Steps.text(variable, "messageId"));
  }
}
