package dev.continuo.rules.sandbox;

import java.time.Duration;

/**
 * How much a table in the sandbox may use.
 *
 * @param limit how long reading, analysing or asking may work before the program is stopped, in
 *     processor time, and ten times as long by the clock on the wall; tables get the same again per
 *     five hundred rows, questions asked together the same again per thousand questions
 * @param heapMiB memory of one program
 * @param programs how many work at once at most
 * @param idle after how long without work the last program ends
 * @param start how long a program may take to start
 */
public record SandboxOptions(
    Duration limit, int heapMiB, int programs, Duration idle, Duration start) {

  public SandboxOptions {
    if (limit.isNegative() || limit.isZero() || heapMiB < 64 || programs < 1) {
      throw new IllegalArgumentException(
          "A sandbox needs a limit above 0, 64 MiB or more and at least one program.");
    }
  }

  /** Two seconds, 256 MiB, two programs, which end after ten minutes without work. */
  public static SandboxOptions usual() {
    return new SandboxOptions(
        Duration.ofSeconds(2), 256, 2, Duration.ofMinutes(10), Duration.ofSeconds(60));
  }

  public SandboxOptions withLimit(Duration other) {
    return new SandboxOptions(other, heapMiB, programs, idle, start);
  }
}
