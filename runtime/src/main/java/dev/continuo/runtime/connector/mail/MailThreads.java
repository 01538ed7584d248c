package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.document.MailReading.ReadMail;
import dev.continuo.runtime.document.StoredDocument;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which message belongs to which thread: those that came in and those that we sent. */
final class MailThreads {
  private final JdbcClient jdbc;

  MailThreads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Member(String messageId, String threadKey) {}

  /** The thread of the first id that is known. */
  Optional<String> of(List<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> known =
        jdbc
            .sql(
                """
                select message_id, thread_key from mail_message where message_id in (:ids)
                union all
                select message_id, thread_key from outgoing_mail where message_id in (:ids)""")
            .param("ids", messageIds)
            .query(Member.class)
            .list() // a stream would keep the connection until it is closed
            .stream()
            .collect(Collectors.toMap(Member::messageId, Member::threadKey, (a, b) -> a));
    return messageIds.stream().filter(known::containsKey).findFirst().map(known::get);
  }

  /** Whether we sent that message ourselves. */
  boolean isOurs(String messageId) {
    return exists("select count(*) from outgoing_mail where message_id = :id", messageId);
  }

  /** Whether that message came in before. */
  boolean isKnown(String messageId) {
    return exists("select count(*) from mail_message where message_id = :id", messageId);
  }

  /** Whether that message is the first of its thread. */
  boolean startedARun(String messageId) {
    return exists(
        "select count(*) from mail_message where message_id = :id and thread_key = message_id",
        messageId);
  }

  /**
   * Keeps a message that came in.
   *
   * @return false where its id is known
   */
  boolean addReceived(
      String messageId,
      String threadKey,
      StoredDocument document,
      ReadMail mail,
      MailOrigin origin,
      Instant at) {
    return jdbc.sql(
                """
                insert into mail_message
                  (message_id, thread_key, document_id, from_address, subject, origin, received_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (message_id) do nothing""")
            .params(
                messageId,
                threadKey,
                document.id(),
                mail.from() == null ? "" : mail.from().address(),
                mail.subject(),
                origin.words(),
                Timestamp.from(at))
            .update()
        == 1;
  }

  private boolean exists(String count, String id) {
    return jdbc.sql(count).param("id", id).query(Long.class).single() > 0;
  }
}
