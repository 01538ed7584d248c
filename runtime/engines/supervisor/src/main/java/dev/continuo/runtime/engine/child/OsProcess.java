package dev.continuo.runtime.engine.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process of the operating system, named for good by its pid and the instant it began: a pid
 * alone may belong to a stranger tomorrow. Unlike {@link ProcessHandle#isAlive()} a zombie counts
 * as gone, because nobody reaps the orphans of a killed app in a small container.
 */
public record OsProcess(long pid, Instant started) {

  /** Clocks are corrected while a process runs, and a pid is not reused within seconds. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  public static Optional<OsProcess> of(ProcessHandle handle) {
    return handle.info().startInstant().map(started -> new OsProcess(handle.pid(), started));
  }

  /** Living processes that carry exactly this text as one argument of their command line. */
  public static Stream<OsProcess> withArgument(String argument) {
    return ProcessHandle.allProcesses()
        .filter(
            handle ->
                handle
                    .info()
                    .arguments()
                    .map(args -> Arrays.asList(args).contains(argument))
                    .orElse(false))
        .flatMap(handle -> of(handle).stream())
        .filter(OsProcess::alive);
  }

  public boolean alive() {
    return handle() != null;
  }

  private @Nullable ProcessHandle handle() {
    ProcessHandle handle = ProcessHandle.of(pid).orElse(null);
    if (handle == null || !handle.isAlive() || zombie()) {
      return null;
    }
    Instant began = handle.info().startInstant().orElse(null);
    return began != null && Duration.between(began, started).abs().compareTo(CLOCK_TOLERANCE) < 0
        ? handle
        : null;
  }

  private boolean zombie() {
    String state = procField(pid, "State");
    return state.startsWith("Z") || state.startsWith("X");
  }

  /** Resident memory in MiB, or 0 where the operating system does not tell. */
  public long rssMiB() {
    return kilobytes(pid, "VmRSS") / 1024;
  }

  /** Resident memory of this process and its children, what they share counted once. */
  public long rssMiBWithChildren() {
    long own = kilobytes(pid, "RssAnon");
    long shared = kilobytes(pid, "RssShmem");
    for (ProcessHandle child :
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
      own += kilobytes(child.pid(), "RssAnon");
      shared = Math.max(shared, kilobytes(child.pid(), "RssShmem"));
    }
    return (own + shared + kilobytes(pid, "RssFile")) / 1024;
  }

  private static long kilobytes(long pid, String field) {
    String amount = procField(pid, field).replaceAll("\\D", "");
    return amount.isEmpty() ? 0 : Long.parseLong(amount);
  }

  private static String procField(long pid, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      String prefix = name + ":";
      return lines
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .findFirst()
          .orElse("");
    } catch (IOException | RuntimeException goneOrNoProcFolder) {
      return "";
    }
  }

  /**
   * Asks the process to end, waits, kills it when it does not, waits again. Returns whether it is
   * gone.
   */
  public boolean stop(String signal, Duration limit) {
    signal(signal);
    if (!awaitEnd(limit)) {
      kill();
    }
    return awaitEnd(Duration.ofSeconds(10));
  }

  public void kill() {
    ProcessHandle handle = handle();
    if (handle != null) {
      handle.destroyForcibly();
    }
  }

  /**
   * TERM, INT, ... The JDK itself can send only TERM and KILL, and PostgreSQL waits for its clients
   * on TERM.
   */
  private void signal(String signal) {
    ProcessHandle handle = handle();
    if (handle == null) {
      return;
    }
    if (signal.equals("TERM")) {
      handle.destroy();
      return;
    }
    try {
      Process kill =
          new ProcessBuilder(
                  "/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      handle.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean awaitEnd(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (alive()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(20_000_000);
    }
    return true;
  }
}
