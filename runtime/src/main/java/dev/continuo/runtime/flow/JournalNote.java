package dev.continuo.runtime.flow;

import dev.continuo.runtime.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Why the journal stands, as a file for {@code ./continuo doctor}, which asks no database. */
final class JournalNote {
  private final Supplier<Journal> journal;
  private final Path file;
  private Optional<String> written = Optional.of(""); // whatever an earlier start left there

  JournalNote(Supplier<Journal> journal, Path file) {
    this.journal = journal;
    this.file = file;
  }

  /** Brings the file up to date. */
  void keep() {
    Optional<String> problem = journal.get().problem();
    if (problem.equals(written)) {
      return;
    }
    try {
      if (problem.isPresent()) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, problem.get() + "\n");
      } else {
        Files.deleteIfExists(file);
      }
      written = problem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
