package dev.continuo.runtime.flow;

import dev.continuo.runtime.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whether the journal follows the engine. What another engine does would be taken for something
 * that happened long ago, since it counts its keys anew: so nothing is given to one that the
 * journal does not follow. Why it does not is kept as a file for {@code ./continuo doctor}, which
 * asks no database.
 */
final class FollowedEngine {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ProcessEngine engine;
  private final Supplier<Journal> journal;
  private final Path note;
  private Optional<String> noted = Optional.of(""); // whatever an earlier start left there
  private volatile boolean follows;

  FollowedEngine(ProcessEngine engine, Supplier<Journal> journal, Path note) {
    this.engine = engine;
    this.journal = journal;
    this.note = note;
  }

  /** As seen at the last look; false before the first. */
  boolean follows() {
    return follows;
  }

  /** Whether it is known that it does not, and why. */
  boolean stands() {
    return noted.filter(why -> !why.isEmpty()).isPresent();
  }

  /** Looks for a complaint; where there was one, or none was asked for yet, sends a fence. */
  boolean look() {
    Optional<String> problem = journal.get().problem();
    keep(problem);
    if (problem.isPresent()) {
      follows = false;
    }
    if (!follows) {
      follows = isCurrent();
    }
    return follows;
  }

  /** Sends a fence through the engine and waits until the journal has seen it. */
  boolean isCurrent() {
    try {
      return journal.get().await(fence(engine), PATIENCE);
    } catch (EngineTrouble waits) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends a message through the engine that leaves a record and starts nothing. */
  static String fence(ProcessEngine engine) {
    String fence = "fence-" + UUID.randomUUID();
    engine.publish(Journal.FENCE_MESSAGE, fence, fence, Duration.ofSeconds(1), Map.of());
    return fence;
  }

  private void keep(Optional<String> problem) {
    if (problem.equals(noted)) {
      return;
    }
    try {
      if (problem.isPresent()) {
        Files.createDirectories(note.getParent());
        Files.writeString(note, problem.get() + "\n");
      } else {
        Files.deleteIfExists(note);
      }
      noted = problem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
