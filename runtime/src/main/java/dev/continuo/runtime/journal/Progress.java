package dev.continuo.runtime.journal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells those who wait for the projector of this process that it moved, or why it does not. */
final class Progress {
  private long count;
  private @Nullable String problem;

  synchronized long count() {
    return count;
  }

  synchronized void moved() {
    count++;
    problem = null;
    notifyAll();
  }

  synchronized void stands(String why) {
    problem = why;
  }

  synchronized Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Waits until the projector moved beyond the count, at most so long. */
  synchronized void awaitBeyond(long seen, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (count <= seen) {
      long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
      if (millis <= 0) {
        return;
      }
      wait(millis);
    }
  }
}
