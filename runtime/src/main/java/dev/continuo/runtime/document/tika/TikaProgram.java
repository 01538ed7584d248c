package dev.continuo.runtime.document.tika;

import dev.continuo.runtime.engine.JavaProgram;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running program. Asked by one thread at a time; after a {@link Stopped} it is gone. It has a
 * bounded heap, nothing of the application's environment, no way to the network, and a folder of
 * its own for what it unpacks, which is emptied when it ends.
 */
public final class TikaProgram implements AutoCloseable {
  private static final int OUT_OF_MEMORY = 3;
  private static final int BYTES_A_CHARACTER = 4;

  private final Process process;
  private final Bounds bounds;
  private final Path scratch;
  private final DataOutputStream out;
  private final DataInputStream in;

  private TikaProgram(Process process, Bounds bounds, Path scratch) {
    this.process = process;
    this.bounds = bounds;
    this.scratch = scratch;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param scratch a folder that nobody else uses
   */
  public static TikaProgram start(JavaProgram program, Bounds bounds, Path scratch)
      throws IOException, Stopped {
    empty(scratch);
    Files.createDirectories(scratch);
    var builder = new ProcessBuilder(command(program, bounds, scratch));
    builder.environment().clear();
    var process = builder.directory(scratch.toFile()).redirectError(Redirect.DISCARD).start();
    var started = new TikaProgram(process, bounds, scratch);
    var starting =
        new Bounds(
            bounds.start(),
            bounds.start().multipliedBy(3),
            bounds.heapMiB(),
            bounds.scratchMiB(),
            bounds.characters(),
            bounds.start());
    started.timed(starting, started.in::readUTF);
    return started;
  }

  private static List<String> command(JavaProgram program, Bounds bounds, Path scratch) {
    return List.of(
        JavaProgram.java(),
        "-Xmx" + bounds.heapMiB() + "m",
        "-Xms32m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:MaxDirectMemorySize=64m",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + scratch,
        "-Duser.home=" + scratch,
        "-Dpdfbox.fontcache=" + scratch,
        // No document needs a DOCTYPE; one that has it is refused before anything is resolved.
        "-Djdk.xml.dtd.support=deny",
        "-Djavax.xml.accessExternalDTD=",
        "-Djavax.xml.accessExternalSchema=",
        "-Djavax.xml.accessExternalStylesheet=",
        "-Djdk.xml.maxElementDepth=2000",
        // A proxy that nobody runs: a connection that some library might try leads nowhere.
        "-DsocksProxyHost=127.0.0.1",
        "-DsocksProxyPort=1",
        "-cp",
        program.libraries(),
        program.mainClass());
  }

  /** Process id, for tests and status. */
  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Reads one document; the program is killed when it passes a bound. */
  public Answer ask(Path file, String name) throws Stopped {
    return timed(
        bounds,
        () -> {
          out.writeUTF(file.toAbsolutePath().toString());
          out.writeUTF(name);
          out.writeInt(bounds.characters());
          out.flush();
          return new Answer(in.readUTF(), in.readUTF(), in.readUTF(), text());
        });
  }

  private String text() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > BYTES_A_CHARACTER * bounds.characters()) {
      throw new IOException("A text of %,d bytes is not taken.".formatted(length));
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T timed(Bounds limits, Work<T> work) throws Stopped {
    try (var watch = new Watch(process, limits, scratch)) {
      try {
        return work.run();
      } catch (IOException e) {
        close();
        var rang = watch.rang();
        throw new Stopped(rang == null ? ended(e) : rang);
      }
    }
  }

  private String ended(IOException e) {
    try {
      if (process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY) {
        return "It needs more than %d MB of memory.".formatted(bounds.heapMiB());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "The program that reads it ended (" + e.getClass().getSimpleName() + ").";
  }

  /** Ends it at once. */
  @Override
  public void close() {
    boolean ran = process.isAlive();
    if (ran) {
      process.destroyForcibly();
    }
    empty(scratch);
  }

  private static void empty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException stillHeld) {
      // The next start empties it.
    }
  }
}
