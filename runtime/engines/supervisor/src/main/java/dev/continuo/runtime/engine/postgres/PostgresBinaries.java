package dev.continuo.runtime.engine.postgres;

import dev.continuo.runtime.engine.child.ChildMissing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path into {@code engines/postgres-<version>}
 * of the data folder.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The version that this build was made with. */
  static String version() {
    try (InputStream file = PostgresBinaries.class.getResourceAsStream("version.properties")) {
      Properties versions = new Properties();
      versions.load(file);
      return versions.getProperty("postgres", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path unpackInto(Path engines, String version) throws IOException {
    Path home = engines.resolve("postgres-" + version);
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    String archive = "/postgres-" + system() + "-" + machine() + ".txz";
    Files.createDirectories(engines);
    Path part = Files.createTempDirectory(engines, "postgres-part");
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new ChildMissing(
            "This build holds no PostgreSQL for "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch")
                + ".",
            "Build on this machine, or give the address of a PostgreSQL server with spring.datasource.url.");
      }
      unpack(packed, part);
    }
    try {
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException another) {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw another;
      }
    }
    return home;
  }

  private static void unpack(InputStream packed, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException(
              "The archive has an entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")
        ? "darwin"
        : "linux";
  }

  private static String machine() {
    String machine = System.getProperty("os.arch", "");
    return machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64";
  }
}
