package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.document.DocumentTooLarge;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.document.MailReading.ReadMail;
import dev.continuo.runtime.document.MailReading.Unreadable;
import dev.continuo.runtime.document.StoredDocument;
import dev.continuo.runtime.flow.FlowNotReleased;
import dev.continuo.runtime.flow.StartRequest;
import dev.continuo.runtime.flow.Started;
import dev.continuo.runtime.flow.Starts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door for raw messages, whatever way they come.
 *
 * <p>Contract: the raw message is kept first. The same Message-ID (or, without one, the same
 * content) starts one run for all time; a mail that answers a known one is handed to that one's run
 * instead, or shown to the owner where that run has ended; one that cannot be read becomes a
 * visible item. Row and start are one transaction: whoever was cut off gives the message in again
 * and nothing is doubled. Safe for many threads.
 */
public final class MailIntake {
  private static final String REPLY_MESSAGE = "mail-reply";

  private final Documents documents;
  private final MailReader reader;
  private final MailThreads threads;
  private final UnreadableMails unreadable;
  private final Starts starts;
  private final EndedRuns ended;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final String flowId;

  MailIntake(
      Documents documents,
      MailReader reader,
      MailThreads threads,
      UnreadableMails unreadable,
      Starts starts,
      EndedRuns ended,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      String flowId) {
    this.documents = documents;
    this.reader = reader;
    this.threads = threads;
    this.unreadable = unreadable;
    this.starts = starts;
    this.ended = ended;
    this.events = events;
    this.transactions = transactions;
    this.flowId = flowId;
  }

  /**
   * Takes a raw RFC 5322 message in.
   *
   * @throws DocumentTooLarge above 50 MB: nothing was kept
   * @throws FlowNotReleased when no flow is there to start: give it in again later
   */
  public MailReceipt receive(byte[] raw, MailOrigin origin) {
    StoredDocument document = documents.store(raw, "message/rfc822", fileName(origin));
    return switch (reader.read(raw)) {
      case Unreadable broken -> {
        unreadable.add(
            new UnreadableMail(
                document.id(), document.id(), null, origin.words(), broken.why(), Instant.now()));
        yield new MailReceipt.Unreadable(document.id(), broken.why());
      }
      case ReadMail mail ->
          Objects.requireNonNull(transactions.execute(tx -> take(raw, document, mail, origin)));
    };
  }

  /** Shows a message that is too large to be taken in and stays where it is. */
  MailReceipt leave(String place, MailOrigin origin) {
    String why = "The message is larger than 50 MB, the most that is taken in.";
    unreadable.add(
        new UnreadableMail("left:" + place, null, place, origin.words(), why, Instant.now()));
    return new MailReceipt.Unreadable("left:" + place, why);
  }

  private MailReceipt take(byte[] raw, StoredDocument document, ReadMail mail, MailOrigin origin) {
    String id = Objects.requireNonNullElseGet(mail.messageId(), () -> named(raw));
    String triggerKey = "mail:" + id;
    Optional<String> thread = threads.of(answered(mail));
    String threadKey = thread.orElse(id);
    Instant now = Instant.now();
    if (threads.isOurs(id) || !threads.addReceived(id, threadKey, document, mail, origin, now)) {
      return new MailReceipt.Known(triggerKey, runOf(id, triggerKey, origin));
    }
    Map<String, Object> content = content(document, mail, id, threadKey, now);
    if (thread.isPresent()) {
      handOver(threadKey, id, content);
      return new MailReceipt.Correlated(threadKey, id, document.id());
    }
    Started started =
        starts.start(new StartRequest(triggerKey, flowId, Map.of("mail", content), origin.words()));
    return new MailReceipt.Started(triggerKey, started.runKey(), document.id());
  }

  /** By its content; what came in under its former name keeps that. */
  private String named(byte[] raw) {
    String name = ContentKey.of(raw);
    String former = ContentKey.former(raw);
    return former.equals(name) || !threads.isKnown(former) ? name : former;
  }

  /** To the run that waits for it, or to the owner where that run has ended. */
  private void handOver(String threadKey, String id, Map<String, Object> content) {
    Optional<Long> over = ended.behind(threadKey);
    if (over.isEmpty()) {
      starts.correlate(REPLY_MESSAGE, threadKey, id, Map.of("reply", content));
      return;
    }
    events.publishEvent(
        new LateReplyArrived(
            id,
            threadKey,
            over.get(),
            String.valueOf(content.get("fromAddress")),
            String.valueOf(content.get("subject")),
            String.valueOf(content.get("documentId"))));
  }

  /** Asking for a start that was asked for before starts nothing and knows the run. */
  private @Nullable Long runOf(String id, String triggerKey, MailOrigin origin) {
    if (!threads.startedARun(id)) {
      return null;
    }
    return starts.start(new StartRequest(triggerKey, flowId, Map.of(), origin.words())).runKey();
  }

  /** The ids it answers, nearest first. */
  private static List<String> answered(ReadMail mail) {
    List<String> ids = new ArrayList<>();
    if (mail.inReplyTo() != null) {
      ids.add(mail.inReplyTo());
    }
    ids.addAll(mail.references().reversed());
    return ids;
  }

  private static Map<String, Object> content(
      StoredDocument document, ReadMail mail, String id, String threadKey, Instant receivedAt) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("documentId", document.id());
    content.put("messageId", id);
    content.put("threadKey", threadKey);
    content.put("fromAddress", mail.from() == null ? "" : mail.from().address());
    content.put("subject", mail.subject());
    content.put("receivedAt", receivedAt.toString());
    content.put("automatic", mail.automatic());
    return content;
  }

  private static String fileName(MailOrigin origin) {
    boolean named = origin.way() == MailOrigin.Way.FOLDER || origin.way() == MailOrigin.Way.UPLOAD;
    return named && !origin.detail().isBlank() ? origin.detail() : "mail.eml";
  }
}
