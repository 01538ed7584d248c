package dev.continuo.runtime.setting;

/**
 * One mail server of the owner.
 *
 * @param host the server's name
 * @param port its port
 * @param user the login name; empty for none
 * @param secretName the name under which the data folder's secrets keep the password; empty for
 *     none. The password itself is never a setting
 * @param security how the connection is protected
 */
public record MailAccount(
    String host, int port, String user, String secretName, Security security) {
  /** Transport protection. */
  public enum Security {
    TLS,
    STARTTLS,
    /** Only for a server on this machine. */
    NONE
  }
}
