package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.Child;
import dev.continuo.runtime.engine.child.ChildMissing;
import dev.continuo.runtime.engine.child.OsProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One engine under supervision, on a thread of its own: started or adopted, asked until it answers,
 * watched, started again with growing pauses when it dies, stopped at the end.
 */
final class Supervised {

  private static final System.Logger LOG = System.getLogger(Supervised.class.getName());
  private static final int FAILURES_TO_REPORT = 3;
  private static final int SILENCES_TO_REPORT = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(10);

  private final EngineName name;
  private final Child child;
  private final Path dataRoot;
  private final Path log;
  private final StatusFile file;
  private final EngineListener listener;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Object changed = new Object();

  private volatile ProcessStatus status;
  private volatile @Nullable OsProcess process;
  private volatile boolean abandoned;
  private @Nullable EngineProblem problem;
  private String fingerprint = "";

  Supervised(EngineName name, Child child, DataFolder data, EngineListener listener) {
    this.name = name;
    this.child = child;
    this.dataRoot = data.root();
    this.log = data.path("logs").resolve(name.id() + ".log");
    this.file = StatusFile.of(dataRoot, name.id());
    this.listener = listener;
    this.status = ProcessStatus.stopped(name.id(), child.version());
    this.thread =
        Thread.ofPlatform().name("supervise-" + name.id()).daemon().unstarted(this::supervise);
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
          throw notReady(status.why().isEmpty() ? "It is still starting." : status.why());
        }
        try {
          changed.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw notReady("The wait for it was interrupted.");
        }
      }
    }
  }

  private EngineNotReady notReady(String why) {
    return new EngineNotReady(name, why, log);
  }

  void kill() {
    OsProcess running = process;
    if (running != null) {
      running.kill();
    }
  }

  /** Ends the supervision and the process, in order and within bounds. */
  void close() {
    endSupervision();
    OsProcess running = process;
    if (running != null && !running.stop(child.stopSignal(), child.stopLimit())) {
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
    endSupervision();
  }

  private void endSupervision() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean closing() {
    return closing.getCount() == 0;
  }

  private void supervise() {
    int failures = 0;
    try {
      while (!closing()) {
        failures = failuresAfterOneLife(failures);
        pause(failures);
      }
    } catch (InterruptedException closed) {
      // the end was asked for
    }
  }

  /** From a start to the death of the process; returns how many starts have now failed in a row. */
  private int failuresAfterOneLife(int before) throws InterruptedException {
    int failures = before;
    try {
      launch();
      failures = 0;
      report(ProcessState.RUNNING, "");
      watch();
    } catch (IOException | RuntimeException e) {
      if (closing()) {
        return failures;
      }
      failures = e instanceof ChildMissing ? FAILURES_TO_REPORT : failures + 1;
      String why = remember(e).why();
      LOG.log(System.Logger.Level.WARNING, () -> name.title() + ": " + why);
      report(failures >= FAILURES_TO_REPORT ? ProcessState.FAILED : ProcessState.STARTING, why);
    }
    return failures;
  }

  private void launch() throws IOException, InterruptedException {
    Launch launch = new Launch(name, child, dataRoot, log);
    fingerprint = launch.fingerprint();
    OsProcess running = launch.run();
    process = running;
    report(ProcessState.STARTING, "");
    awaitAnswer(launch, running);
  }

  private void awaitAnswer(Launch launch, OsProcess running)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + child.startLimit().toNanos();
    while (true) {
      String why;
      try {
        child.probe();
        return;
      } catch (IOException e) {
        why = String.valueOf(e.getMessage());
      }
      if (!running.alive()) {
        throw new IOException("It ended while starting: " + launch.lastWords());
      }
      if (System.nanoTime() > end) {
        running.stop(child.stopSignal(), child.stopLimit());
        throw new IOException("No answer within " + child.startLimit().toSeconds() + " s: " + why);
      }
      if (closing.await(100, TimeUnit.MILLISECONDS)) {
        throw new InterruptedException();
      }
    }
  }

  private void watch() throws IOException, InterruptedException {
    int silences = 0;
    long next = System.nanoTime() + PROBE_EVERY.toNanos();
    while (!closing.await(200, TimeUnit.MILLISECONDS)) {
      OsProcess running = process;
      if (running == null || !running.alive()) {
        throw new IOException("Its process ended unexpectedly.");
      }
      if (System.nanoTime() > next) {
        silences = silences(silences);
        next = System.nanoTime() + PROBE_EVERY.toNanos();
      }
    }
  }

  /**
   * A process that lives but does not answer is reported, not killed: it may be recovering, and
   * killing never helps data.
   */
  private int silences(int before) {
    try {
      child.probe();
      if (status.state() != ProcessState.RUNNING) {
        report(ProcessState.RUNNING, "");
      }
      return 0;
    } catch (IOException e) {
      if (before + 1 == SILENCES_TO_REPORT) {
        report(ProcessState.STARTING, "It runs but does not answer: " + e.getMessage());
      }
      return before + 1;
    }
  }

  private EngineProblem remember(Exception e) {
    EngineProblem named =
        switch (e) {
          case EngineProblem known -> known;
          case ChildMissing missing ->
              new EngineMissing(name, String.valueOf(missing.getMessage()), missing.fix());
          case IOException failed -> notReady(String.valueOf(failed.getMessage()));
          default -> notReady(e + ".");
        };
    synchronized (changed) {
      problem = named;
    }
    return named;
  }

  private void pause(int failures) throws InterruptedException {
    long millis = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.clamp(failures - 1, 0, 10));
    closing.await(millis, TimeUnit.MILLISECONDS);
  }

  private void report(ProcessState state, String why) {
    if (abandoned) {
      return;
    }
    OsProcess running = process;
    boolean alive = running != null && state != ProcessState.STOPPED && running.alive();
    ProcessStatus now =
        new ProcessStatus(
            name.id(),
            state,
            alive && running != null ? running.pid() : 0,
            alive && running != null ? running.started() : null,
            child.version(),
            child.port(),
            fingerprint,
            why);
    if (running != null || state != ProcessState.STARTING) {
      file.write(now); // before a process is known the file may still name an orphan
    }
    synchronized (changed) {
      status = now;
      changed.notifyAll();
    }
    listener.changed(now);
  }
}
