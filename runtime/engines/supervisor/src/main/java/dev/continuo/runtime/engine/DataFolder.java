package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.Child;
import dev.continuo.runtime.engine.child.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds everything of one Continuo: databases, secrets, logs, documents.
 * Opening it takes a lock that the operating system releases when this process ends, however it
 * ends; a second opener gets {@link DataFolderInUse}. Only its owner can read it. Nothing in it is
 * ever deleted by the engines. Thread-safe.
 */
public final class DataFolder implements AutoCloseable {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Creates the folder where it does not exist and takes its lock.
   *
   * @throws DataFolderInUse when another Continuo holds it
   * @throws DataFolderUnusable when it cannot be created or written
   */
  public static DataFolder open(Path folder) {
    try {
      Path root = PrivateFiles.folder(folder.toAbsolutePath().normalize()).toRealPath();
      PrivateFiles.folder(root.resolve("run"));
      FileChannel channel =
          FileChannel.open(
              root.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new DataFolderInUse(root);
      }
      return new DataFolder(root, channel, lock);
    } catch (IOException e) {
      throw new DataFolderUnusable(folder, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** Where the data are when nobody says otherwise: {@code .continuo} in the user's home. */
  public static Path usual() {
    return Path.of(System.getProperty("user.home"), ".continuo");
  }

  /** The folder itself, absolute and without symbolic links. */
  public Path root() {
    return root;
  }

  /** A sub-folder such as {@code outbox} or {@code logs}, created where it does not exist. */
  public Path path(String name) {
    Path folder = root.resolve(name).normalize();
    if (!folder.startsWith(root)) {
      throw new IllegalArgumentException("'" + name + "' leads out of the data folder");
    }
    try {
      return PrivateFiles.folder(folder);
    } catch (IOException e) {
      throw new DataFolderUnusable(folder, e);
    }
  }

  /**
   * The secret of this name: 256 random bits as text of letters, digits, '-' and '_', made on first
   * use and kept in {@code secrets/} readable by its owner only.
   */
  public synchronized String secret(String name) {
    Path file = secretFile(name);
    try {
      if (!Files.exists(file)) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        Path part = file.resolveSibling(name + ".part");
        PrivateFiles.write(part, HexFormat.of().formatHex(bits));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DataFolderUnusable(file, e);
    }
  }

  private Path secretFile(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a secret: use a-z, 0-9 and '-'");
    }
    return path("secrets").resolve(name);
  }

  Child.Secret secretWithFile(String name) {
    return new Child.Secret(secret(name), secretFile(name));
  }

  /** Releases the lock. Close the engines first. */
  @Override
  public void close() {
    try (lockFile) {
      lock.release();
    } catch (IOException e) {
      throw new DataFolderUnusable(root, e);
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
