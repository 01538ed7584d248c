package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.Child;
import dev.continuo.runtime.engine.child.OsProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One start of one child: the orphan to go on with when it was started with the very same command,
 * else a new process.
 */
final class Launch {

  private static final System.Logger LOG = System.getLogger(Launch.class.getName());
  private static final long LOG_LIMIT = 20_000_000;
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final EngineName name;
  private final Child child;
  private final Child.Command command;
  private final String fingerprint;
  private final Path dataRoot;
  private final Path log;
  private long logBefore;

  Launch(EngineName name, Child child, Path dataRoot, Path log) {
    this.name = name;
    this.child = child;
    this.command = child.command();
    this.fingerprint = digest(command);
    this.dataRoot = dataRoot;
    this.log = log;
  }

  /**
   * Digest of the command with its environment: equal means that a running process is what would be
   * started now.
   */
  String fingerprint() {
    return fingerprint;
  }

  OsProcess run() throws IOException, InterruptedException {
    OsProcess adopted = adopt();
    if (adopted != null) {
      return adopted;
    }
    child.prepare();
    return spawn();
  }

  private @Nullable OsProcess adopt() throws IOException {
    ProcessStatus before =
        StatusFile.of(dataRoot, name.id()).read().orElse(ProcessStatus.stopped(name.id(), ""));
    OsProcess adopted = null;
    for (OsProcess orphan : Orphans.of(dataRoot, name)) {
      if (orphan.pid() == before.pid() && fingerprint.equals(before.fingerprint())) {
        LOG.log(
            System.Logger.Level.INFO,
            () -> "Going on with " + name.title() + ", process " + orphan.pid());
        adopted = orphan;
      } else {
        stop(orphan);
      }
    }
    return adopted;
  }

  private void stop(OsProcess orphan) throws IOException {
    LOG.log(
        System.Logger.Level.INFO,
        () -> "Stopping an orphan of " + name.title() + ", process " + orphan.pid());
    if (!orphan.stop(child.stopSignal(), child.stopLimit())) {
      throw new IOException("An older process " + orphan.pid() + " on this data does not end.");
    }
  }

  private OsProcess spawn() throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    logBefore = Files.exists(log) ? Files.size(log) : 0;
    ProcessBuilder builder =
        new ProcessBuilder(inSessionOfItsOwn(command.words()))
            .directory(command.folder().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(command.environment());
    Process started = builder.start();
    return OsProcess.of(started.toHandle())
        .orElseThrow(() -> new IOException("It ended at once: " + lastWords()));
  }

  /** Ctrl-C in the terminal must reach the app alone, which then stops its engines in order. */
  private static List<String> inSessionOfItsOwn(List<String> words) {
    List<String> all = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      all.add(SETSID.toString());
    }
    all.addAll(words);
    return all;
  }

  /** The end of what the process wrote since this start. */
  String lastWords() {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(logBefore, all.length);
      List<String> lines =
          new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().toList();
      return lines.isEmpty()
          ? "it left no words."
          : String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    } catch (IOException e) {
      return "it left no words.";
    }
  }

  private static String digest(Child.Command command) {
    try {
      String all =
          command.words() + "\n" + new TreeMap<>(command.environment()) + "\n" + command.folder();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
