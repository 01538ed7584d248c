package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code run/<name>.json} of one process: written by the one who runs it, read by {@code
 * ./continuo status} and by the next start, which finds orphans with it. A write is atomic; the
 * file is readable by its owner only.
 */
public final class StatusFile {

  private final String name;
  private final Path file;

  private StatusFile(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  /** The status file of the named process ({@code app}, {@code postgres}, ...) in a data folder. */
  public static StatusFile of(Path dataFolder, String name) {
    return new StatusFile(name, dataFolder.resolve("run").resolve(name + ".json"));
  }

  /** Replaces the file. */
  public void write(ProcessStatus status) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("state", status.state().word());
    fields.put("pid", status.pid());
    Instant started = status.started();
    fields.put("started", started == null ? "" : started.toString());
    fields.put("version", status.version());
    fields.put("port", (long) status.port());
    fields.put("fingerprint", status.fingerprint());
    fields.put("why", status.why());
    try {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(name + ".json.part");
      PrivateFiles.write(part, FlatJson.write(fields) + "\n");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The status of " + name + " cannot be written to " + file, e);
    }
  }

  /**
   * What the file says, or empty when there is none or it is damaged. Nobody has checked whether
   * the process still lives.
   */
  public Optional<ProcessStatus> read() {
    try {
      Map<String, Object> fields = FlatJson.read(Files.readString(file));
      String started = text(fields, "started");
      return Optional.of(
          new ProcessStatus(
              name,
              state(text(fields, "state")),
              number(fields, "pid"),
              started.isEmpty() ? null : Instant.parse(started),
              text(fields, "version"),
              (int) number(fields, "port"),
              text(fields, "fingerprint"),
              text(fields, "why")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static ProcessState state(String word) {
    for (ProcessState state : ProcessState.values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    return ProcessState.STOPPED;
  }

  private static String text(Map<String, Object> fields, String key) {
    return fields.get(key) instanceof String text ? text : "";
  }

  private static long number(Map<String, Object> fields, String key) {
    return fields.get(key) instanceof Long number ? number : 0;
  }
}
