package dev.continuo.designer.settings;

import dev.continuo.runtime.engine.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Puts passwords that the owner types into the data folder's secrets, readable by them only. */
final class PasswordSafe {
  private final @Nullable DataFolder data;

  PasswordSafe(@Nullable DataFolder data) {
    this.data = data;
  }

  /** Whether a password of this name is kept. */
  boolean holds(String name) {
    return data != null && !name.isEmpty() && Files.exists(data.path("secrets").resolve(name));
  }

  /** Keeps a password under a name of letters and dashes, replacing an older one. */
  void keep(String name, String password) {
    if (data == null) {
      throw new IllegalStateException("There is no data folder to keep a password in.");
    }
    Path folder = data.path("secrets");
    try {
      Path part = Files.createTempFile(folder, name, ".part", ownerOnly());
      Files.writeString(part, password, StandardCharsets.UTF_8);
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The password could not be kept in " + folder, e);
    }
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
