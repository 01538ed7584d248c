package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.connector.mail.angus.Mailbox;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.setting.MailAccount;
import dev.continuo.runtime.setting.MailSettings;
import dev.continuo.runtime.setting.Settings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fetches new mail from the owner's mailbox. How far it got is kept per mailbox, so that a restart
 * goes on there; a mailbox that is new or was numbered anew is read from a day before it was last
 * seen, and what was here before is known by its Message-ID. Mail is marked as read and stays on
 * the server.
 */
final class MailboxPolling {
  private static final Logger log = LoggerFactory.getLogger(MailboxPolling.class);
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Settings settings;
  private final MailSecrets secrets;
  private final MailIntake intake;
  private final JdbcClient jdbc;
  private volatile MailboxHealth health = off();

  MailboxPolling(Settings settings, MailSecrets secrets, MailIntake intake, JdbcClient jdbc) {
    this.settings = settings;
    this.secrets = secrets;
    this.intake = intake;
    this.jdbc = jdbc;
  }

  private record Mark(long uidValidity, long lastUid, Instant polledAt) {}

  MailboxHealth health() {
    return health;
  }

  /** Looks once. Never throws: trouble is a state. */
  synchronized void poll() {
    MailSettings mail = settings.mail();
    MailAccount account = mail.imap();
    if (account == null) {
      health = off();
      return;
    }
    String mailbox = account.user() + "@" + account.host() + "/" + mail.folder();
    try (Mailbox box = Mailbox.open(secrets.server(account), mail.folder())) {
      int count = fetch(box, mailbox);
      become(mailbox, MailboxHealth.State.WELL, count == 1 ? "1 new mail." : count + " new mails.");
    } catch (Mailbox.Unavailable e) {
      become(
          mailbox,
          MailboxHealth.State.TROUBLE,
          "The mailbox cannot be read. The server says: %s. Check the account under Settings; it is tried again by itself."
              .formatted(e.getMessage()));
    } catch (MailSecrets.Missing e) {
      become(
          mailbox,
          MailboxHealth.State.TROUBLE,
          "The mailbox cannot be read. %s Set the account again under Settings."
              .formatted(e.getMessage()));
    } catch (RuntimeException e) {
      become(
          mailbox,
          MailboxHealth.State.TROUBLE,
          "New mail could not be taken in and stays on the server: %s. It is tried again by itself."
              .formatted(e.getMessage()));
    }
  }

  private int fetch(Mailbox box, String mailbox) throws Mailbox.Unavailable {
    long validity = box.uidValidity();
    long newest = box.newest(); // before the search: what arrives after it has a higher number
    Instant now = Instant.now();
    Optional<Mark> mark = mark(mailbox);
    boolean sameNumbers = mark.isPresent() && mark.get().uidValidity() == validity;
    List<Mailbox.Entry> entries =
        sameNumbers
            ? box.after(mark.get().lastUid())
            : box.since(mark.map(Mark::polledAt).orElse(now).minus(OVERLAP));
    long last = sameNumbers ? mark.get().lastUid() : 0;
    for (Mailbox.Entry entry : entries) {
      take(box, mailbox, entry);
      last = Math.max(last, entry.uid());
      save(mailbox, validity, last, mark.map(Mark::polledAt).orElse(now));
    }
    save(mailbox, validity, Math.max(last, newest), now);
    return entries.size();
  }

  private void take(Mailbox box, String mailbox, Mailbox.Entry entry) throws Mailbox.Unavailable {
    MailOrigin origin = MailOrigin.imap(mailbox);
    if (entry.size() > Documents.MAX_BYTES) {
      intake.leave(mailbox + ", message " + entry.uid(), origin);
      return;
    }
    Optional<byte[]> raw = box.raw(entry.uid());
    if (raw.isPresent()) {
      intake.receive(raw.get(), origin);
      box.markSeen(entry.uid());
    }
  }

  private Optional<Mark> mark(String mailbox) {
    return jdbc.sql("select uid_validity, last_uid, polled_at from mailbox_mark where mailbox = ?")
        .param(mailbox)
        .query(
            (row, n) -> new Mark(row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()))
        .optional();
  }

  private void save(String mailbox, long uidValidity, long lastUid, Instant polledAt) {
    jdbc.sql(
            """
            insert into mailbox_mark (mailbox, uid_validity, last_uid, polled_at)
            values (?, ?, ?, ?)
            on conflict (mailbox) do update set uid_validity = excluded.uid_validity,
              last_uid = excluded.last_uid, polled_at = excluded.polled_at""")
        .params(mailbox, uidValidity, lastUid, Timestamp.from(polledAt))
        .update();
  }

  private void become(String mailbox, MailboxHealth.State state, String words) {
    if (state == MailboxHealth.State.TROUBLE && health.state() != state) {
      log.warn("{}: {}", mailbox, words);
    }
    health = new MailboxHealth(mailbox, state, words, Instant.now());
  }

  private static MailboxHealth off() {
    return new MailboxHealth("", MailboxHealth.State.OFF, "No mailbox is set.", Instant.now());
  }
}
