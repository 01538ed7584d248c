package dev.continuo.runtime.document.tika;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the program while it reads one document, and kills it when it passes a bound. Processor
 * time counts; where the system does not tell it, the clock on the wall does.
 */
final class Watch implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Process process;
  private final Bounds bounds;
  private final Path scratch;
  private final CountDownLatch over = new CountDownLatch(1);
  private final long begun = System.nanoTime();
  private final Duration workedBefore;
  private volatile @Nullable String rang;

  Watch(Process process, Bounds bounds, Path scratch) {
    this.process = process;
    this.bounds = bounds;
    this.scratch = scratch;
    this.workedBefore = worked(process);
    Thread.ofPlatform().daemon().name("reading-watch").start(this::look);
  }

  private static Duration worked(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Why the program was killed, or null. */
  @Nullable String rang() {
    return rang;
  }

  @Override
  public void close() {
    over.countDown();
  }

  private void look() {
    try {
      while (!over.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        var passed = passed();
        if (passed != null) {
          rang = passed;
          process.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException ended) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable String passed() {
    var wall = Duration.ofNanos(System.nanoTime() - begun);
    var work = worked(process).minus(workedBefore);
    if (work.compareTo(bounds.work()) > 0 || wall.compareTo(bounds.longest()) > 0) {
      return "It took longer than %s s."
          .formatted(
              (work.compareTo(bounds.work()) > 0 ? bounds.work() : bounds.longest()).toSeconds());
    }
    return unpacked() > (long) bounds.scratchMiB() << 20
        ? "It unpacks to more than %d MB.".formatted(bounds.scratchMiB())
        : null;
  }

  private long unpacked() {
    try (var files = Files.walk(scratch)) {
      return files.mapToLong(Watch::size).sum();
    } catch (IOException | UncheckedIOException changing) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
