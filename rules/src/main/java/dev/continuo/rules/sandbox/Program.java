package dev.continuo.rules.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One running program. Asked by one thread at a time; after a {@link Stopped} it is gone. */
final class Program {
  private static final int OUT_OF_MEMORY = 3;

  /** How many times the limit a program may wait for a busy machine. */
  private static final int PATIENCE = 10;

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final SandboxOptions options;
  private final ScheduledExecutorService clock;

  private Program(Process process, SandboxOptions options, ScheduledExecutorService clock) {
    this.process = process;
    this.options = options;
    this.clock = clock;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  static Program start(SandboxOptions options, ScheduledExecutorService clock) throws Stopped {
    try {
      var builder = new ProcessBuilder(command(options));
      var system = System.getenv("SystemRoot"); // Windows starts no program without it.
      builder.environment().clear();
      if (system != null) {
        builder.environment().put("SystemRoot", system);
      }
      var process = builder.redirectError(Redirect.DISCARD).start();
      var program = new Program(process, options, clock);
      program.timed(
          options.start(),
          1,
          () -> {
            Frames.read(program.in);
            return null;
          });
      return program;
    } catch (IOException e) {
      throw Stopped.broken("It could not be started: " + e.getMessage());
    }
  }

  private static List<String> command(SandboxOptions options) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    sharedClasses().ifPresent(archive -> words.addAll(List.of(archive, "-Xlog:disable")));
    words.addAll(
        List.of(
            "-Xmx" + options.heapMiB() + "m",
            "-Xms32m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            // A proxy that nobody runs: a connection that some library might try leads nowhere.
            "-DsocksProxyHost=127.0.0.1",
            "-DsocksProxyPort=1",
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "-cp",
            classPath(),
            SandboxProgram.class.getName()));
    return words;
  }

  /** What the app uses to start quickly serves its sandbox too: the class path is the same. */
  private static Optional<String> sharedClasses() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(word -> word.startsWith("-XX:SharedArchiveFile="))
        .findFirst();
  }

  /** That of the app: a jar brings its libraries along by its manifest. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
            .map(entry -> new File(entry).getAbsolutePath())
            .toList());
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Asks, and stops the program when it works longer than the limit. */
  @Nullable Object ask(List<@Nullable Object> question, Duration limit) throws Stopped {
    return timed(
        limit,
        PATIENCE,
        () -> {
          Frames.write(out, question);
          return Frames.read(in);
        });
  }

  void stop() {
    process.destroyForcibly();
  }

  private interface Work {
    @Nullable Object run() throws IOException;
  }

  private @Nullable Object timed(Duration limit, int patience, Work work) throws Stopped {
    var alarm = new Alarm(process, limit, patience, clock);
    try {
      alarm.set();
      var answer = work.run();
      alarm.cancel();
      if (alarm.rang()) {
        throw Stopped.tookTooLong(limit);
      }
      return answer;
    } catch (RejectedExecutionException closed) {
      stop();
      throw Stopped.broken("The app is ending.");
    } catch (IOException e) {
      alarm.cancel();
      var why = alarm.rang() ? Stopped.tookTooLong(limit) : ended(e);
      stop();
      throw why;
    }
  }

  /** It may be about to end by itself: its exit code says why, unless it is killed before. */
  private Stopped ended(IOException e) {
    try {
      if (process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY) {
        return Stopped.outOfMemory(options.heapMiB());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Stopped.broken("It says: " + e.getMessage());
  }
}
