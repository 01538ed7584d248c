package dev.continuo.runtime.document;

import dev.continuo.runtime.document.MailReading.ReadMail;
import dev.continuo.runtime.document.MailReading.Unreadable;
import dev.continuo.runtime.document.angus.Defects;
import dev.continuo.runtime.document.angus.MailHeaders;
import dev.continuo.runtime.document.angus.MimeLeaf;
import dev.continuo.runtime.document.angus.MimeLimits;
import dev.continuo.runtime.document.angus.MimeMail;
import dev.continuo.runtime.document.angus.MimeParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads raw RFC 5322 messages as far as they can be read; what was broken, cut or made harmless is
 * named in the notes.
 *
 * <p>Contract: whatever the bytes, the answer is a {@link MailReading}; only a failing document
 * store throws. Attachments are kept by reference. Everything in the result is text from outside.
 * Safe for many threads.
 */
public final class MailReader {
  private static final int RECIPIENTS = 100;
  private static final int ATTACHMENTS = 100;
  private static final int TEXT = 100_000;
  private static final int SUBJECT = 500;
  private static final List<String> TELLING =
      List.of(
          "From",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "Received",
          "Return-Path",
          "Sender",
          "Reply-To",
          "Delivered-To",
          "MIME-Version",
          "Content-Type");

  private final Attachments attachments;

  /** Where a reader puts the files of a mail. */
  interface Attachments {
    StoredDocument keep(InputStream content, String mediaType, String name);
  }

  MailReader(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * Reads without keeping attachments: their ids are right, but no document has them. For trials.
   */
  public static MailReader keepingNothing() {
    return new MailReader(
        (content, mediaType, name) -> {
          try {
            byte[] bytes = content.readAllBytes();
            return new StoredDocument(ContentFiles.sha256(bytes), bytes.length, mediaType, name);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Reads one raw message. */
  public MailReading read(byte[] raw) {
    if (raw.length == 0) {
      return new Unreadable("The message is empty.");
    }
    if (raw.length > Documents.MAX_BYTES) {
      return new Unreadable("The message is larger than 50 MB.");
    }
    MimeMail mail;
    MailBody body;
    try {
      mail = MimeParser.parse(raw, MimeLimits.USUAL);
      MailHeaders headers = mail.headers();
      if (TELLING.stream().noneMatch(headers::has)) {
        return new Unreadable("The file has none of the header lines that make a mail.");
      }
      body = new MailBody(mail.body(), mail.defects());
    } catch (RuntimeException e) {
      return new Unreadable(
          "The message is broken in a way that was not foreseen (%s)."
              .formatted(e.getClass().getSimpleName()));
    }
    return read(mail, body);
  }

  private ReadMail read(MimeMail mail, MailBody body) {
    MailHeaders headers = mail.headers();
    Defects defects = mail.defects();
    List<MailAttachment> kept = keep(body.files(), defects);
    Optional<MailAddress> from = sender(headers, defects);
    OwnWords words = words(body, defects);
    List<String> answered = MessageIds.all(headers, "In-Reply-To");
    return new ReadMail(
        MessageIds.own(headers).orElse(null),
        answered.isEmpty() ? null : answered.getFirst(),
        MessageIds.all(headers, "References"),
        from.orElse(null),
        addresses(headers, "Reply-To").findFirst().orElse(null),
        recipients(headers, defects),
        subject(headers, defects),
        headers.date().orElse(null),
        clipped(words.own(), defects),
        clipped(words.quoted(), defects),
        automatic(headers, mail),
        mail.defects().list().stream().map(d -> new MailNote(d.code(), d.words())).toList(),
        kept);
  }

  private static Optional<MailAddress> sender(MailHeaders headers, Defects defects) {
    Optional<MailAddress> from =
        Stream.of("From", "Sender").flatMap(name -> addresses(headers, name)).findFirst();
    if (from.isEmpty()) {
      defects.add("no-sender", "The mail does not say who sent it.");
    }
    return from;
  }

  private static List<MailAddress> recipients(MailHeaders headers, Defects defects) {
    List<MailAddress> all =
        Stream.of("To", "Cc").flatMap(name -> addresses(headers, name)).toList();
    if (all.size() > RECIPIENTS) {
      defects.add(
          "many-recipients",
          "The mail went to %,d recipients; the first %d are kept."
              .formatted(all.size(), RECIPIENTS));
    }
    return all.stream().limit(RECIPIENTS).toList();
  }

  private static String subject(MailHeaders headers, Defects defects) {
    String subject = headers.text("Subject").orElse("");
    if (CleanText.holdsControl(subject)) {
      defects.add(
          "subject-cleaned",
          "The subject held control characters (an attempt to smuggle header lines, or damage); they were taken out.");
    }
    if (subject.length() > SUBJECT) {
      defects.add("long-subject", "The subject is longer than 500 characters; it was cut.");
    }
    return CleanText.line(subject, SUBJECT);
  }

  private static OwnWords words(MailBody body, Defects defects) {
    OwnWords words = OwnWords.of(body.text());
    List<String> rest = new ArrayList<>();
    rest.add(words.quoted());
    rest.addAll(body.forwarded());
    String quoted = String.join("\n\n", rest.stream().filter(r -> !r.isBlank()).toList());
    if (words.own().isBlank()) {
      defects.add(
          quoted.isBlank() ? "no-text" : "only-quoted",
          quoted.isBlank()
              ? "The mail has no text that could be read."
              : "The mail holds only forwarded or quoted text.");
    }
    return new OwnWords(words.own(), quoted);
  }

  private List<MailAttachment> keep(List<MimeLeaf> files, Defects defects) {
    if (files.size() > ATTACHMENTS) {
      defects.add(
          "many-attachments",
          "The mail has %d files; the first %d are kept.".formatted(files.size(), ATTACHMENTS));
    }
    return files.stream().limit(ATTACHMENTS).map(this::keep).toList();
  }

  private MailAttachment keep(MimeLeaf file) {
    String name = CleanText.fileName(file.fileName() == null ? "unnamed" : file.fileName());
    try (InputStream content = file.open()) {
      StoredDocument stored = attachments.keep(content, file.mediaType(), name);
      return new MailAttachment(name, file.mediaType(), stored.size(), stored.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<MailAddress> addresses(MailHeaders headers, String field) {
    return headers.mailboxes(field).stream()
        .map(m -> new MailAddress(CleanText.line(m.name(), 200), CleanText.line(m.address(), 320)));
  }

  private static String clipped(String text, Defects defects) {
    if (text.length() > TEXT) {
      defects.add("long-text", "The text is very long; the first 100,000 characters are kept.");
    }
    return CleanText.clip(text, TEXT);
  }

  /** RFC 3834 and what bounces and lists are known by. */
  private static boolean automatic(MailHeaders headers, MimeMail mail) {
    String submitted = headers.raw("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
    String precedence = headers.raw("Precedence").orElse("").strip().toLowerCase(Locale.ROOT);
    String type = headers.raw("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    return !submitted.strip().startsWith("no")
        || List.of("bulk", "list", "junk", "auto_reply").contains(precedence)
        || headers.has("X-Autoreply")
        || headers.has("X-Autorespond")
        || type.startsWith("multipart/report")
        || headers.raw("Return-Path").map(String::strip).filter("<>"::equals).isPresent();
  }
}
