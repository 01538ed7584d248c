package dev.continuo.runtime.connector.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was or is to be sent, one row per idempotency key, so that a key keeps its Message-ID. */
final class OutgoingMails {
  private final JdbcClient jdbc;
  private final MailThreads threads;

  OutgoingMails(JdbcClient jdbc, MailThreads threads) {
    this.jdbc = jdbc;
    this.threads = threads;
  }

  /**
   * One of them.
   *
   * @param messageId with angle brackets
   * @param receipt where it can be found, once it is known to be out
   * @param before what we sent into its thread before, oldest first
   */
  record Registered(String messageId, @Nullable String receipt, List<String> before) {
    Registered {
      before = List.copyOf(before);
    }
  }

  /** Makes the key's Message-ID known before anything is sent, so that no reply is a stranger. */
  Registered register(String key, OutgoingMail mail, String domain) {
    String messageId = "<c." + digest(key) + "@" + domain + ">";
    String thread = threads.of(mail.answered()).orElseGet(() -> begun(mail, messageId));
    jdbc.sql(
            """
            insert into outgoing_mail (send_key, message_id, thread_key) values (?, ?, ?)
            on conflict (send_key) do nothing""")
        .params(key, messageId, thread)
        .update();
    return jdbc.sql("select message_id, receipt from outgoing_mail where send_key = ?")
        .param(key)
        .query((row, n) -> new Registered(row.getString(1), row.getString(2), before(thread, key)))
        .single();
  }

  /** The name of a thread that begins with this mail. */
  private static String begun(OutgoingMail mail, String messageId) {
    if (!mail.thread().isEmpty()) {
      return mail.thread();
    }
    return mail.references().isEmpty() ? messageId : mail.references().getFirst();
  }

  private List<String> before(String thread, String key) {
    return jdbc.sql(
            """
            select message_id from outgoing_mail
            where thread_key = ? and send_key <> ? and sent_at is not null order by sent_at""")
        .params(thread, key)
        .query(String.class)
        .list();
  }

  void sent(String key, String receipt) {
    jdbc.sql("update outgoing_mail set sent_at = now(), receipt = ? where send_key = ?")
        .params(receipt, key)
        .update();
  }

  /** A short name for a key, safe in files and addresses. */
  static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
