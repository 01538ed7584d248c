package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.connector.mail.angus.MailServer;
import dev.continuo.runtime.setting.MailAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Passwords of mail accounts, read from the data folder's secrets each time they are needed. */
final class MailSecrets {
  private final Path folder;

  MailSecrets(Path folder) {
    this.folder = folder;
  }

  /** Thrown when an account names a secret that cannot be read. The message is for the owner. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String why) {
      super(why);
    }
  }

  /** How to reach an account's server, with its password. */
  MailServer server(MailAccount account) throws Missing {
    return new MailServer(
        account.host(),
        account.port(),
        account.user(),
        password(account.secretName()),
        switch (account.security()) {
          case TLS -> MailServer.Protection.TLS;
          case STARTTLS -> MailServer.Protection.STARTTLS;
          case NONE -> MailServer.Protection.NONE;
        });
  }

  private String password(String name) throws Missing {
    if (name.isEmpty()) {
      return "";
    }
    if (!name.matches("[a-z0-9-]{1,80}")) {
      throw new Missing("The account's secret has a name that is not allowed.");
    }
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (NoSuchFileException e) {
      throw new Missing("The account's password is not in the data folder's secrets.");
    } catch (IOException e) {
      throw new Missing("The account's password cannot be read: " + e.getMessage());
    }
  }
}
