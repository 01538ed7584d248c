package dev.continuo.runtime.connector.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The default way out: one {@code .eml} file per key. A file under its name is whole. */
final class OutboxFolder {
  private final Path folder;

  OutboxFolder(Path folder) {
    this.folder = folder;
  }

  /** The name a key's file has. */
  String name(String key) {
    return key.matches("[A-Za-z0-9-]{1,80}") ? key + ".eml" : OutgoingMails.digest(key) + ".eml";
  }

  boolean holds(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** Writes a file whole or not at all. */
  void write(String name, byte[] message) throws IOException {
    Files.createDirectories(folder);
    Path aside =
        Files.createTempFile(
            folder,
            ".mail",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(message);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel parent = FileChannel.open(folder)) {
        parent.force(true);
      }
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
