package dev.continuo.runtime.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The data folder's secrets, read by name each time they are needed and never kept elsewhere. */
public final class Secrets {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private final Path folder;

  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** Thrown when a secret cannot be read. The message is for the owner. */
  public static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String why) {
      super(why);
    }
  }

  /**
   * The secret of that name; empty for the empty name.
   *
   * @param whose what needs it, for the message: "The account's password"
   * @throws Missing when it is not there, or others than its owner may read it
   */
  public String read(String name, String whose) {
    if (name.isEmpty()) {
      return "";
    }
    if (!name.matches("[a-z0-9-]{1,80}")) {
      throw new Missing(whose + " has a name that is not allowed.");
    }
    Path file = folder.resolve(name);
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new Missing(
            whose + " can be read by others. Make its file readable by you alone (mode 0600).");
      }
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new Missing(whose + " is not in the data folder's secrets. Type it in the settings.");
    } catch (IOException e) {
      throw new Missing(whose + " cannot be read: " + e.getMessage());
    }
  }
}
