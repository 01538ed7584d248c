package dev.continuo.runtime.connector.mail.angus;

import jakarta.mail.Session;
import java.util.Properties;

/**
 * How to reach a mail server.
 *
 * @param host its name
 * @param port its port
 * @param user login name, empty for none
 * @param password never shown
 * @param protection how the connection is protected
 */
public record MailServer(
    String host, int port, String user, String password, Protection protection) {
  private static final String CONNECT_MS = "10000";
  private static final String SILENT_MS = "60000";

  /** Transport protection. */
  public enum Protection {
    TLS,
    STARTTLS,
    NONE
  }

  boolean tls() {
    return protection == Protection.TLS;
  }

  /** A session whose certificates are checked and whose silence ends. */
  Session session(String protocol) {
    Properties settings = new Properties();
    String prefix = "mail." + protocol + ".";
    settings.setProperty(prefix + "connectiontimeout", CONNECT_MS);
    settings.setProperty(prefix + "timeout", SILENT_MS);
    settings.setProperty(prefix + "writetimeout", SILENT_MS);
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "auth", String.valueOf(!user.isEmpty()));
    settings.setProperty(prefix + "peek", "true");
    settings.setProperty(prefix + "quitwait", "false");
    boolean upgrade = protection == Protection.STARTTLS;
    settings.setProperty(prefix + "starttls.enable", String.valueOf(upgrade));
    settings.setProperty(prefix + "starttls.required", String.valueOf(upgrade));
    return Session.getInstance(settings);
  }

  @Override
  public String toString() {
    return "%s:%d (%s)".formatted(host, port, protection);
  }
}
