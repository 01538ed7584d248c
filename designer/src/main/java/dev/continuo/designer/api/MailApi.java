package dev.continuo.designer.api;

import dev.continuo.runtime.connector.mail.MailIntake;
import dev.continuo.runtime.connector.mail.MailOrigin;
import dev.continuo.runtime.connector.mail.MailReceipt;
import dev.continuo.runtime.document.Documents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Raw mail in, documents out. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Mail")
class MailApi {
  private final MailIntake intake;
  private final Documents documents;

  MailApi(MailIntake intake, Documents documents) {
    this.intake = intake;
    this.documents = documents;
  }

  /**
   * What became of a mail.
   *
   * @param outcome started, correlated, known or unreadable
   */
  record Receipt(
      String outcome,
      @Nullable String triggerKey,
      @Nullable Long runKey,
      @Nullable String threadKey,
      @Nullable String documentId,
      @Nullable String why) {}

  @PostMapping(path = "/mail", consumes = "message/rfc822")
  @Operation(summary = "Give a raw message in; the same Message-ID starts one run")
  ResponseEntity<Receipt> receive(InputStream body, Principal who) throws IOException {
    byte[] raw = body.readNBytes((int) Documents.MAX_BYTES + 1);
    return switch (intake.receive(raw, MailOrigin.api(who.getName()))) {
      case MailReceipt.Started s ->
          accepted(new Receipt("started", s.triggerKey(), s.runKey(), null, s.documentId(), null));
      case MailReceipt.Correlated c ->
          accepted(new Receipt("correlated", null, null, c.threadKey(), c.documentId(), null));
      case MailReceipt.Known k ->
          ResponseEntity.ok(new Receipt("known", k.triggerKey(), k.runKey(), null, null, null));
      case MailReceipt.Unreadable u ->
          accepted(new Receipt("unreadable", null, null, null, u.itemId(), u.why()));
    };
  }

  @GetMapping("/documents/{id}")
  @Operation(summary = "A document's bytes, always as a download")
  ResponseEntity<byte[]> document(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment")
        .body(documents.read(id));
  }

  private static ResponseEntity<Receipt> accepted(Receipt receipt) {
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(receipt);
  }
}
