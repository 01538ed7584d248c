package dev.continuo.rules.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The running programs: as many as asked for at once, and one kept warm while there is work. */
final class Programs implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SandboxOptions options;
  private final Semaphore places;
  private final Deque<Program> idle = new ArrayDeque<>();
  private final Set<Program> all = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor clock;
  private long lastUsed = System.nanoTime();
  private boolean closed;

  /** What is done with a program; may ask more than once. */
  interface Work<T> {
    T with(Program program) throws Stopped;
  }

  Programs(SandboxOptions options) {
    this.options = options;
    this.places = new Semaphore(options.programs(), true);
    this.clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sandbox-clock").factory());
    clock.setRemoveOnCancelPolicy(true);
    long every = Math.max(1_000, options.idle().toMillis() / 4);
    clock.scheduleWithFixedDelay(this::endIdle, every, every, TimeUnit.MILLISECONDS);
  }

  SandboxOptions options() {
    return options;
  }

  <T> T use(Work<T> work) throws Stopped {
    if (!place()) {
      throw Stopped.busy();
    }
    Program program = null;
    try {
      program = take();
      var result = work.with(program);
      giveBack(program);
      return result;
    } catch (Stopped stopped) {
      if (program != null) {
        drop(program);
        prepare();
      }
      throw stopped;
    } catch (RuntimeException e) {
      if (program != null) {
        drop(program);
      }
      throw e;
    } finally {
      places.release();
    }
  }

  /** Starts a program in the background when none is waiting. */
  void prepare() {
    synchronized (idle) {
      if (closed || !idle.isEmpty()) {
        return;
      }
    }
    Thread.ofPlatform()
        .daemon()
        .name("sandbox-start")
        .start(
            () -> {
              try {
                giveBack(start());
              } catch (Stopped notStarted) {
                // Whoever asks next starts one, and is told what is wrong.
              }
            });
  }

  /** Process ids of the programs, for tests and status. */
  List<Long> pids() {
    return all.stream().filter(Program::alive).map(Program::pid).toList();
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.clear();
    }
    all.forEach(this::drop);
    clock.shutdownNow();
  }

  private boolean place() {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Program take() throws Stopped {
    while (true) {
      Program program;
      synchronized (idle) {
        if (closed) {
          throw Stopped.broken("The app is ending.");
        }
        program = idle.pollFirst();
      }
      if (program == null) {
        return start();
      }
      if (program.alive()) {
        return program;
      }
      drop(program);
    }
  }

  private Program start() throws Stopped {
    var program = Program.start(options, clock);
    all.add(program);
    synchronized (idle) {
      if (closed) {
        drop(program);
        throw Stopped.broken("The app is ending.");
      }
    }
    return program;
  }

  private void giveBack(Program program) {
    synchronized (idle) {
      lastUsed = System.nanoTime();
      if (!closed && idle.size() < options.programs()) {
        idle.addFirst(program);
        return;
      }
    }
    drop(program);
  }

  private void drop(Program program) {
    all.remove(program);
    program.stop();
  }

  private void endIdle() {
    @Nullable Program ending = null;
    synchronized (idle) {
      if (System.nanoTime() - lastUsed > options.idle().toNanos()) {
        ending = idle.pollLast();
      }
    }
    if (ending != null) {
      drop(ending);
    }
  }
}
