package dev.continuo.runtime.document.tika;

import java.time.Duration;

/**
 * How much one document may use before the program that reads it is stopped.
 *
 * @param work processor time
 * @param longest by the clock on the wall: a busy machine is not the document's fault
 * @param heapMiB memory of the program
 * @param scratchMiB disk for what has to be unpacked
 * @param characters of text that are taken; the rest is left
 * @param start how long the program may take to start
 */
public record Bounds(
    Duration work, Duration longest, int heapMiB, int scratchMiB, int characters, Duration start) {

  public Bounds {
    if (!work.isPositive() || heapMiB < 64 || scratchMiB < 1 || characters < 1) {
      throw new IllegalArgumentException(
          "Reading needs time, 64 MiB or more, disk and characters.");
    }
  }

  /** A minute of work, 256 MiB, 400,000 characters: about 150 pages. */
  public static Bounds usual() {
    return new Bounds(
        Duration.ofSeconds(60), Duration.ofMinutes(5), 256, 512, 400_000, Duration.ofSeconds(60));
  }
}
