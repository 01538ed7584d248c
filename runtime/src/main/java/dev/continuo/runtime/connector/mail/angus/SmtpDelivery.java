package dev.continuo.runtime.connector.mail.angus;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands one message to an SMTP server, once. All recipients are taken or none. Tells a refusal from
 * a connection that broke, and a break before DATA from one after it, because only after it may the
 * message have been taken.
 */
public final class SmtpDelivery {
  private SmtpDelivery() {}

  /** Never throws for what a server or the network does. */
  public static Delivery deliver(MailServer server, String from, List<String> to, byte[] message) {
    Session session = server.session("smtp");
    session.getProperties().setProperty("mail.smtp.from", from);
    try (Watched transport = new Watched(session, server.tls())) {
      return deliver(transport, session, server, to, message);
    }
  }

  private static Delivery deliver(
      Watched transport, Session session, MailServer server, List<String> to, byte[] message) {
    try {
      Address[] recipients = new Address[to.size()];
      for (int i = 0; i < recipients.length; i++) {
        recipients[i] = new InternetAddress(to.get(i), true);
      }
      MimeMessage parsed = new MimeMessage(session, new ByteArrayInputStream(message));
      String user = server.user().isEmpty() ? null : server.user();
      transport.connect(
          server.host(), server.port(), user, user == null ? null : server.password());
      transport.sendMessage(parsed, recipients);
      return new Delivery.Accepted();
    } catch (AuthenticationFailedException e) {
      return new Delivery.Refused("login refused: " + words(e), false);
    } catch (MessagingException | RuntimeException e) {
      int code = replyCode(e);
      if (code >= 400) {
        return new Delivery.Refused(words(e), code < 500);
      }
      return transport.offered
          ? new Delivery.Unanswered(words(e))
          : new Delivery.NotOffered(words(e));
    }
  }

  /** The server's reply code among the causes; below 400 where it gave none. */
  private static int replyCode(Exception thrown) {
    int code = -1;
    Exception e = thrown;
    for (int depth = 0; e != null && depth < 10; depth++) {
      int own =
          switch (e) {
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            default -> -1;
          };
      code = Math.max(code, own);
      e = e instanceof MessagingException m ? m.getNextException() : null;
    }
    return code;
  }

  private static String words(Exception e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = text.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(line.length(), 300));
  }

  /** Remembers whether the message was offered. */
  private static final class Watched extends SMTPTransport {
    private boolean offered;

    Watched(Session session, boolean tls) {
      super(session, new URLName("smtp", null, -1, null, null, null), "smtp", tls);
    }

    @Override
    protected OutputStream data() throws MessagingException {
      offered = true;
      return super.data();
    }

    @Override
    public synchronized void close() {
      try {
        super.close();
      } catch (MessagingException e) {
        // The message's outcome is known by now; how the connection ends does not change it.
      }
    }
  }
}
