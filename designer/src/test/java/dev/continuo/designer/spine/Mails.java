package dev.continuo.designer.spine;

import dev.continuo.designer.testing.RunningContinuo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The test language's mails: {@code aMail("We need a website").from("…").arrives()}. */
final class Mails {
  /** Of somebody who wants what the owner sells, with a date, a sum and a number to call. */
  static final String WISH =
      """
      Hello,

      we are looking for someone to redesign our website and logo before 18 December.
      Our budget is around EUR 8,000 to 10,000. Could you take on this project?

      Best regards,
      Hanna Berg
      Fjord Studio AS
      +47 22 12 34 56\
      """;

  private final RunningContinuo continuo;
  private final String text;
  final String messageId = "<" + UUID.randomUUID() + "@sender.example>";
  private String from = "Hanna Berg <hanna@fjordstudio.example>";
  private String subject = "New website " + messageId.substring(1, 7);
  private @Nullable String answers;

  private Mails(RunningContinuo continuo, String text) {
    this.continuo = continuo;
    this.text = text;
  }

  static Mails aMail(RunningContinuo continuo, String text) {
    return new Mails(continuo, text);
  }

  Mails from(String from) {
    this.from = from;
    return this;
  }

  Mails answering(String id) {
    this.answers = id;
    this.subject = "Re: " + subject;
    return this;
  }

  String subject() {
    return subject;
  }

  byte[] raw() {
    return """
        From: %s
        To: mia@lind.example
        Subject: %s
        Message-ID: %s
        %sDate: Sun, 22 Nov 2026 10:12:00 +0100
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        %s
        """
        .formatted(
            from, subject, messageId, answers == null ? "" : "In-Reply-To: " + answers + "\n", text)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Posts it to the API and returns its run, which may not be known yet. */
  TestedRun arrives() {
    var answer = continuo.post("/api/v1/mail", "message/rfc822", raw());
    if (answer.code() >= 300) {
      throw new AssertionError("The mail was refused: " + answer);
    }
    return new TestedRun(continuo, "mail:" + messageId);
  }

  /** Drops it into the inbox folder. */
  TestedRun arrivesAsFile() {
    try {
      var inbox = Files.createDirectories(continuo.data().resolve("inbox"));
      var part = Files.write(inbox.resolve(".part-" + UUID.randomUUID()), raw());
      Files.move(part, inbox.resolve(UUID.randomUUID() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestedRun(continuo, "mail:" + messageId);
  }
}
