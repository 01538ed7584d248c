package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.document.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in every file that is put into the inbox folder, once it no longer grows, and moves it to
 * {@code inbox/done/}. Nothing is deleted. A file that was taken in and not moved is taken in again
 * and known.
 */
final class InboxFolder {
  private static final Logger log = LoggerFactory.getLogger(InboxFolder.class);
  private static final String DONE = "done";

  private final Path folder;
  private final MailIntake intake;
  private Map<Path, Look> before = new HashMap<>();

  InboxFolder(Path folder, MailIntake intake) {
    this.folder = folder;
    this.intake = intake;
  }

  private record Look(long size, FileTime changed) {}

  /** Looks once: takes in what has not changed since the last look. */
  synchronized void look() {
    Map<Path, Look> now = new HashMap<>();
    for (Path file : files()) {
      try {
        Look look = new Look(Files.size(file), Files.getLastModifiedTime(file));
        if (look.equals(before.get(file))) {
          take(file, look);
        } else {
          now.put(file, look);
        }
      } catch (IOException | RuntimeException e) {
        log.warn(
            "The file {} in the inbox folder could not be taken in and stays: {}",
            file.getFileName(),
            e.toString());
      }
    }
    before = now;
  }

  private void take(Path file, Look look) throws IOException {
    String name = file.getFileName().toString();
    MailOrigin origin = MailOrigin.folder(name);
    Path done = free(name);
    if (look.size() > Documents.MAX_BYTES) {
      intake.leave("inbox/" + DONE + "/" + done.getFileName(), origin);
    } else {
      intake.receive(Files.readAllBytes(file), origin);
    }
    Files.move(file, done, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A name in the done folder that nothing has yet. */
  private Path free(String name) throws IOException {
    Path done = Files.createDirectories(folder.resolve(DONE));
    Path target = done.resolve(name);
    for (int n = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); n++) {
      target = done.resolve(n + "-" + name);
    }
    return target;
  }

  private List<Path> files() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> found = Files.list(folder)) {
        return found.filter(InboxFolder::isMail).sorted().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hidden files and the names that programs use for half-written ones are left alone. */
  private static boolean isMail(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !name.startsWith(".")
        && !name.endsWith(".part")
        && !name.endsWith(".tmp")
        && !name.endsWith(".crdownload");
  }
}
