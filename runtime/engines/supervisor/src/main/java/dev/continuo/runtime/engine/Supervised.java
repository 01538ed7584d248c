package dev.continuo.runtime.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One engine under supervision, on a thread of its own: started or adopted, asked until it answers,
 * watched, started again with growing pauses when it dies, stopped at the end. An orphan of a
 * killed app is adopted when it was started with the very same command, and stopped before anything
 * else runs when it was not.
 */
final class Supervised {

  private static final System.Logger LOG = System.getLogger(Supervised.class.getName());
  private static final int FAILURES_TO_REPORT = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(10);
  private static final long LOG_LIMIT = 20_000_000;

  private final Engine engine;
  private final StatusFile file;
  private final Path log;
  private final EngineListener listener;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Object changed = new Object();

  private volatile ProcessStatus status;
  private volatile @Nullable OsProcess process;
  private volatile boolean abandoned;
  private @Nullable EngineProblem problem;
  private String fingerprint = "";

  Supervised(Engine engine, DataFolder data, EngineListener listener) {
    this.engine = engine;
    this.file = StatusFile.of(data.root(), engine.name().id());
    this.log = data.path("logs").resolve(engine.name().id() + ".log");
    this.listener = listener;
    this.status = ProcessStatus.stopped(engine.name().id(), engine.version());
    this.thread =
        Thread.ofPlatform()
            .name("supervise-" + engine.name().id())
            .daemon()
            .unstarted(this::supervise);
  }

  void start() {
    report(ProcessState.STARTING, "");
    thread.start();
  }

  ProcessStatus status() {
    return status;
  }

  void awaitReady(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (changed) {
      while (status.state() != ProcessState.RUNNING) {
        if (status.state() == ProcessState.FAILED && problem != null) {
          throw problem;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || status.state() == ProcessState.STOPPED) {
          throw new EngineNotReady(
              engine.name(), status.why().isEmpty() ? "It is still starting." : status.why(), log);
        }
        try {
          changed.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new EngineNotReady(engine.name(), "The wait for it was interrupted.", log);
        }
      }
    }
  }

  void kill() {
    OsProcess running = process;
    if (running != null) {
      running.kill();
    }
  }

  /** Ends the supervision and the process, in order and within bounds. */
  void close() {
    closing.countDown();
    join();
    OsProcess running = process;
    if (running != null && !running.stop(engine.stopSignal(), engine.stopLimit())) {
      report(ProcessState.FAILED, "Process " + running.pid() + " does not end.");
      return;
    }
    process = null;
    report(ProcessState.STOPPED, "");
  }

  /**
   * Ends the supervision as a sudden death of this program would: the process goes on, the status
   * file stays.
   */
  void abandon() {
    abandoned = true;
    closing.countDown();
    join();
  }

  private void join() {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void supervise() {
    int failures = 0;
    while (!closing()) {
      try {
        launch();
        failures = 0;
        report(ProcessState.RUNNING, "");
        watch();
      } catch (IOException | RuntimeException e) {
        if (closing()) {
          return;
        }
        failures = e instanceof EngineMissing ? FAILURES_TO_REPORT : failures + 1;
        String why = remember(e).why();
        LOG.log(System.Logger.Level.WARNING, () -> engine.name().title() + ": " + why);
        report(failures >= FAILURES_TO_REPORT ? ProcessState.FAILED : ProcessState.STARTING, why);
        pause(failures);
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  private EngineProblem remember(Exception e) {
    EngineProblem named =
        e instanceof EngineProblem known ? known : new EngineNotReady(engine.name(), e + ".", log);
    synchronized (changed) {
      problem = named;
    }
    return named;
  }

  private boolean closing() {
    return closing.getCount() == 0;
  }

  private void pause(int failures) {
    long millis = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(failures - 1, 10));
    try {
      closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException closed) {
      closing.countDown();
    }
  }

  private void launch() throws IOException, InterruptedException {
    OsProcess survivor = process;
    Engine.Command command = engine.command();
    fingerprint = digest(command);
    if (survivor == null || !survivor.alive()) {
      survivor = adoptable();
    }
    if (survivor == null) {
      engine.prepare();
      survivor = spawn(command);
    }
    process = survivor;
    report(ProcessState.STARTING, "");
    awaitAnswer(survivor);
  }

  /** The orphan to go on with, if there is one; all others are stopped. */
  private @Nullable OsProcess adoptable() {
    Optional<ProcessStatus> before = file.read();
    OsProcess known = before.flatMap(OsProcess::of).orElse(null);
    boolean same = before.map(ProcessStatus::fingerprint).filter(fingerprint::equals).isPresent();
    OsProcess adopted = null;
    for (OsProcess orphan : Orphans.of(engine.marker(), known)) {
      if (same && known != null && orphan.pid() == known.pid()) {
        LOG.log(
            System.Logger.Level.INFO,
            () -> "Going on with " + engine.name().title() + ", process " + orphan.pid());
        adopted = orphan;
      } else {
        LOG.log(
            System.Logger.Level.INFO,
            () -> "Stopping an orphan of " + engine.name().title() + ", process " + orphan.pid());
        if (!orphan.stop(engine.stopSignal(), engine.stopLimit())) {
          throw new EngineNotReady(
              engine.name(),
              "An older process " + orphan.pid() + " on this data does not end.",
              log);
        }
      }
    }
    return adopted;
  }

  private OsProcess spawn(Engine.Command command) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      words.add(
          "/usr/bin/setsid"); // a session of its own: Ctrl-C in the terminal reaches the app only,
      // which stops all in order
    }
    words.addAll(command.words());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(command.folder().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(command.environment());
    Process child = builder.start();
    return OsProcess.of(child.toHandle())
        .orElseThrow(
            () -> new EngineNotReady(engine.name(), "It ended at once: " + lastWords(), log));
  }

  private void awaitAnswer(OsProcess running) throws InterruptedException {
    long end = System.nanoTime() + engine.startLimit().toNanos();
    while (true) {
      String why;
      try {
        engine.probe();
        return;
      } catch (IOException e) {
        why = e.getMessage();
      }
      if (!running.alive()) {
        throw new EngineNotReady(engine.name(), "It ended while starting: " + lastWords(), log);
      }
      if (System.nanoTime() > end) {
        running.stop(engine.stopSignal(), engine.stopLimit());
        throw new EngineNotReady(
            engine.name(),
            "No answer within " + engine.startLimit().toSeconds() + " s: " + why,
            log);
      }
      if (closing.await(100, TimeUnit.MILLISECONDS)) {
        throw new InterruptedException();
      }
    }
  }

  private void watch() throws InterruptedException {
    int unanswered = 0;
    long next = System.nanoTime() + PROBE_EVERY.toNanos();
    while (!closing.await(200, TimeUnit.MILLISECONDS)) {
      OsProcess running = process;
      if (running == null || !running.alive()) {
        throw new EngineNotReady(engine.name(), "Its process ended unexpectedly.", log);
      }
      if (System.nanoTime() > next) {
        unanswered = answered(unanswered);
        next = System.nanoTime() + PROBE_EVERY.toNanos();
      }
    }
  }

  /**
   * A process that lives but does not answer is reported, not killed: it may be recovering, and
   * killing never helps data.
   */
  private int answered(int unanswered) {
    try {
      engine.probe();
      if (status.state() != ProcessState.RUNNING) {
        report(ProcessState.RUNNING, "");
      }
      return 0;
    } catch (IOException e) {
      if (unanswered + 1 >= 3) {
        report(ProcessState.STARTING, "It runs but does not answer: " + e.getMessage());
      }
      return unanswered + 1;
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    } catch (IOException e) {
      return "it left no words.";
    }
  }

  private void report(ProcessState state, String why) {
    OsProcess running = process;
    boolean alive = running != null && state != ProcessState.STOPPED && running.alive();
    ProcessStatus now =
        new ProcessStatus(
            engine.name().id(),
            state,
            alive && running != null ? running.pid() : 0,
            alive && running != null ? running.started() : null,
            engine.version(),
            engine.port(),
            fingerprint,
            why);
    if (abandoned) {
      return;
    }
    if (running != null || state != ProcessState.STARTING) {
      file.write(now); // before a process is known the file may still name an orphan
    }
    synchronized (changed) {
      status = now;
      changed.notifyAll();
    }
    listener.changed(now);
  }

  private static String digest(Engine.Command command) {
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
