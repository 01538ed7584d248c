package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.document.MailAttachment;
import dev.continuo.runtime.filing.Filing;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The files of a mail that belong into the sender's file: not the logos and seals around it. */
final class Enclosures {
  private static final int SMALL_PICTURE = 50_000;
  private static final Set<String> SEALS =
      Set.of(
          "application/pgp-signature",
          "application/pgp-keys",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature");

  private Enclosures() {}

  static List<Filing> of(IntakeRecord lead, List<MailAttachment> attachments, Instant written) {
    var message = Refs.message(Refs.id(lead), lead.subject());
    var from =
        "%s <%s>, with the mail %s"
            .formatted(
                Told.line(lead.sender().name(), 200), lead.sender().email(), message.label());
    return attachments.stream()
        .filter(file -> file.size() > 0 && !SEALS.contains(file.mediaType()))
        .filter(file -> !file.mediaType().startsWith("image/") || file.size() > SMALL_PICTURE)
        .map(
            file ->
                new Filing(
                    file.documentId(),
                    file.name(),
                    Refs.person(lead),
                    Refs.organisation(lead),
                    message,
                    from,
                    written))
        .toList();
  }
}
