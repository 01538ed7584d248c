package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.connector.mail.angus.Delivery;
import dev.continuo.runtime.connector.mail.angus.Letter;
import dev.continuo.runtime.connector.mail.angus.SmtpDelivery;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.SendResult;
import dev.continuo.runtime.effect.SendResult.Confirmed;
import dev.continuo.runtime.effect.SendResult.Failed;
import dev.continuo.runtime.effect.SendResult.Unknown;
import dev.continuo.runtime.effect.Sender;
import dev.continuo.runtime.setting.MailAccount;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Sends approved mails: by SMTP where an account is set, else as files in the outbox folder.
 *
 * <p>A key has one Message-ID for all time, known to the threads before anything leaves. A key that
 * is known to be out is confirmed and not sent again. One call makes one attempt; after an unknown
 * outcome only the ledger, that is the owner, may ask again.
 */
final class MailSender implements Sender {
  private static final Logger log = LoggerFactory.getLogger(MailSender.class);
  private static final String NOT_SENT = "The mail was not sent.";

  private final Settings settings;
  private final MailSecrets secrets;
  private final OutgoingMails outgoing;
  private final OutboxFolder outbox;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  MailSender(Settings settings, MailSecrets secrets, OutgoingMails outgoing, OutboxFolder outbox) {
    this.settings = settings;
    this.secrets = secrets;
    this.outgoing = outgoing;
    this.outbox = outbox;
  }

  @Override
  public String channel() {
    return "mail";
  }

  @Override
  public SendResult send(Intent intent, String idempotencyKey) {
    if (!underway.add(idempotencyKey)) {
      return new Unknown("It is being sent at this moment.");
    }
    try {
      return attempt(OutgoingMail.of(intent.content()), idempotencyKey);
    } catch (OutgoingMail.Malformed e) {
      return new Failed(
          NOT_SENT, "As written it is no mail: " + e.getMessage() + ".", "Correct it.", false);
    } finally {
      underway.remove(idempotencyKey);
    }
  }

  private SendResult attempt(OutgoingMail mail, String key) {
    WorkSettings work = settings.work();
    MailAccount account = settings.mail().smtp();
    if (account != null && !Letter.isAddress(work.ownerEmail())) {
      return new Failed(
          NOT_SENT,
          "Your own address is not set, and a mail needs a sender.",
          "Set it under Settings, then try again.",
          false);
    }
    OutgoingMails.Registered registered;
    try {
      registered = outgoing.register(key, mail, domain(work));
    } catch (DataAccessException e) {
      return new Failed(NOT_SENT, "The database did not answer.", "It will be tried again.", true);
    }
    String receipt = registered.receipt();
    if (receipt != null) {
      return new Confirmed(receipt, Map.of("messageId", registered.messageId()));
    }
    Letter letter = letter(mail.after(registered.before()), work, registered.messageId());
    return account == null ? toFolder(letter, key) : toServer(letter, key, account);
  }

  private SendResult toFolder(Letter letter, String key) {
    String name = outbox.name(key);
    try {
      if (!outbox.holds(name)) {
        outbox.write(name, letter.message());
      }
    } catch (IOException e) {
      return new Failed(
          NOT_SENT,
          "The outbox folder refused the file: " + e.getMessage() + ".",
          "Check the data folder's free space and permissions.",
          true);
    }
    return confirmed(key, "outbox/" + name, Map.of("messageId", letter.messageId(), "file", name));
  }

  private SendResult toServer(Letter letter, String key, MailAccount account) {
    Delivery delivery;
    try {
      delivery =
          SmtpDelivery.deliver(
              secrets.server(account), letter.fromAddress(), letter.to(), letter.message());
    } catch (MailSecrets.Missing e) {
      return new Failed(
          NOT_SENT, String.valueOf(e.getMessage()), "Set the account again under Settings.", false);
    }
    String server = account.host();
    return switch (delivery) {
      case Delivery.Accepted accepted ->
          confirmed(
              key,
              "%s as %s".formatted(server, letter.messageId()),
              Map.of("messageId", letter.messageId(), "server", server));
      case Delivery.Refused refused ->
          new Failed(
              NOT_SENT,
              "The server %s refused it: %s.".formatted(server, refused.reply()),
              refused.forNow()
                  ? "It will be tried again."
                  : "Check the address and the account under Settings.",
              refused.forNow());
      case Delivery.NotOffered early ->
          new Failed(
              NOT_SENT,
              "The server %s could not be reached: %s.".formatted(server, early.why()),
              "Check the network and the account under Settings.",
              true);
      case Delivery.Unanswered late ->
          new Unknown(
              "The connection to %s broke after the mail was handed over and before the server said whether it took it (%s). Its Message-ID is %s."
                  .formatted(server, late.why(), letter.messageId()));
    };
  }

  private SendResult confirmed(String key, String receipt, Map<String, Object> details) {
    try {
      outgoing.sent(key, receipt);
    } catch (DataAccessException e) {
      log.warn("{} is out, but that could not be written down: {}", receipt, e.toString());
    }
    return new Confirmed(receipt, details);
  }

  private static Letter letter(OutgoingMail mail, WorkSettings work, String messageId) {
    boolean known = Letter.isAddress(work.ownerEmail());
    return new Letter(
        messageId,
        OutgoingMail.oneLine(work.ownerName(), 200),
        known ? work.ownerEmail() : "owner@localhost",
        mail.to(),
        mail.subject(),
        mail.text(),
        mail.inReplyTo(),
        mail.references(),
        Instant.now());
  }

  private static String domain(WorkSettings work) {
    String address = work.ownerEmail();
    String domain = address.substring(address.lastIndexOf('@') + 1);
    return domain.matches("[A-Za-z0-9.-]{1,200}") ? domain : "continuo.localhost";
  }
}
