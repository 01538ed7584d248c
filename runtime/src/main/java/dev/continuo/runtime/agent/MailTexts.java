package dev.continuo.runtime.agent;

import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailAddress;
import dev.continuo.runtime.document.MailNote;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.document.MailReading;
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
    MailAddress from = mail.replyTo() != null ? mail.replyTo() : mail.from();
    return new IntakeInput(
        mail.from() == null ? "" : Steps.orElse(mail.from().name(), ""),
        from == null ? "" : Steps.orElse(from.address(), ""),
        mail.subject(),
        java.time.Instant.parse(Steps.text(variable, "receivedAt")),
        mail.text(),
        mail.references(),
        mail.notes().stream().map(MailNote::words).toList(),
        Steps.text(variable, "documentId"),
        Steps.text(variable, "messageId"));
  }
}
