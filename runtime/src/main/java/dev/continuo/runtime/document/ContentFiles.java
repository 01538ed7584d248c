package dev.continuo.runtime.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Files named by the SHA-256 of their content, in folders of the first two digits. A file under its
 * final name is whole: it is written aside, synced and then moved.
 */
final class ContentFiles {
  private static final int CHUNK = 64 << 10;

  private final Path folder;

  ContentFiles(Path folder) {
    this.folder = folder;
  }

  record Kept(String id, long size) {}

  Path path(String id) {
    return folder.resolve(id.substring(0, 2)).resolve(id);
  }

  /** Empty when the stream is longer than the limit; nothing is kept then. */
  Optional<Kept> keep(InputStream content, long limit) throws IOException {
    Path aside = aside();
    try {
      MessageDigest digest = digest();
      long size = copy(content, aside, digest, limit);
      if (size > limit) {
        return Optional.empty();
      }
      String id = HexFormat.of().formatHex(digest.digest());
      settle(aside, id);
      return Optional.of(new Kept(id, size));
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  private Path aside() throws IOException {
    Path incoming = folder.resolve("incoming");
    Files.createDirectories(incoming, ownerOnly("rwx------"));
    return Files.createTempFile(incoming, "doc", ".part", ownerOnly("rw-------"));
  }

  private static long copy(InputStream content, Path to, MessageDigest digest, long limit)
      throws IOException {
    long size = 0;
    try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      int n;
      while (size <= limit && (n = content.read(chunk)) >= 0) {
        digest.update(chunk, 0, n);
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, n);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        size += n;
      }
      out.force(true);
    }
    return size;
  }

  private void settle(Path aside, String id) throws IOException {
    Path target = path(id);
    if (Files.exists(target)) {
      return;
    }
    Files.createDirectories(target.getParent(), ownerOnly("rwx------"));
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel parent = FileChannel.open(target.getParent())) {
      parent.force(true);
    }
  }

  private static FileAttribute<?> ownerOnly(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
