package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Evaluation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps answers in groups: one statement and one commit for as many as have come together. A caller
 * with a transaction has its answer in it; a run waits until its answer is stored, so that a step
 * is never completed on an answer that is not; everything else returns at once. When the store
 * cannot follow, the queue fills and askers wait. On shutdown the rest is written.
 */
final class Recording implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Recording.class);
  private static final int QUEUE = 4_096;
  private static final int GROUP = 512;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LAST_WRITES = Duration.ofSeconds(20);

  private final DecisionLog rows;
  private final DecisionTrace trace;
  private final TransactionTemplate transactions;
  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Queue<Long> numbers = new ArrayDeque<>();
  private volatile boolean running;
  private @Nullable Thread writer;

  Recording(DecisionLog rows, DecisionTrace trace, TransactionTemplate transactions) {
    this.rows = rows;
    this.trace = trace;
    this.transactions = transactions;
  }

  /** An answer in the queue; without an entry it only marks a place. */
  private record Pending(
      DecisionLog.@Nullable Entry entry, String title, CompletableFuture<Long> stored) {}

  /** Keeps an answer and returns its number. */
  long keep(
      DecisionRequest request,
      int version,
      String decision,
      Evaluation answer,
      boolean usable,
      long micros,
      String title) {
    var entry =
        new DecisionLog.Entry(
            number(), Instant.now(), request, version, decision, answer, usable, micros);
    var pending = new Pending(entry, title, new CompletableFuture<>());
    if (!running || TransactionSynchronizationManager.isActualTransactionActive()) {
      return write(List.of(pending)).getFirst();
    }
    enqueue(pending);
    return request.runKey() == null ? entry.id() : await(pending.stored());
  }

  /** Waits until everything that was kept before is stored. */
  void settle() {
    if (running && !TransactionSynchronizationManager.isActualTransactionActive()) {
      var place = new Pending(null, "", new CompletableFuture<>());
      enqueue(place);
      await(place.stored());
    }
  }

  private void enqueue(Pending pending) {
    try {
      while (!queue.offer(pending, PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!running) {
          store(List.of(pending));
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while an answer waited to be recorded.", stopped);
    }
    if (!running) {
      drain(); // it came after the writer's last look
    }
  }

  private static long await(CompletableFuture<Long> stored) {
    try {
      return stored.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private long number() {
    synchronized (numbers) {
      if (numbers.isEmpty()) {
        numbers.addAll(rows.numbers(256));
      }
      return numbers.remove();
    }
  }

  private List<Long> write(List<Pending> group) {
    return Objects.requireNonNull(
        transactions.execute(
            tx -> {
              var entries = new ArrayList<DecisionLog.Entry>();
              group.forEach(pending -> entries.add(Objects.requireNonNull(pending.entry())));
              var written = rows.write(entries);
              var told = new ArrayList<DecisionTrace.Recorded>();
              for (int i = 0; i < entries.size(); i++) {
                told.add(
                    new DecisionTrace.Recorded(
                        entries.get(i), group.get(i).title(), written.get(i)));
              }
              trace.tell(told);
              return written;
            }));
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      writer = Thread.ofPlatform().name("decision-recording").daemon().start(this::run);
    }
  }

  /** Stopped after everything that asks: nothing that was answered is lost. */
  @Override
  public synchronized void stop() {
    running = false;
    var thread = writer;
    writer = null;
    if (thread != null) {
      try {
        thread.join(LAST_WRITES);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    drain();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return -100;
  }

  private void run() {
    while (running || !queue.isEmpty()) {
      try {
        var first = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          var group = new ArrayList<Pending>();
          group.add(first);
          queue.drainTo(group, GROUP - 1);
          store(group);
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void drain() {
    var rest = new ArrayList<Pending>();
    queue.drainTo(rest);
    if (!rest.isEmpty()) {
      store(rest);
    }
  }

  /** Writes a group; one that cannot be written as a whole is written one by one. */
  private void store(List<Pending> group) {
    var answers = group.stream().filter(pending -> pending.entry() != null).toList();
    try {
      if (!answers.isEmpty()) {
        var written = write(answers);
        for (int i = 0; i < answers.size(); i++) {
          answers.get(i).stored().complete(written.get(i));
        }
      }
    } catch (RuntimeException failed) {
      answers.forEach(this::storeAlone);
    }
    group.forEach(pending -> pending.stored().complete(0L)); // places; the others are complete
  }

  /** A run hears of a failure and comes again; nobody would repeat what no run waits for. */
  private void storeAlone(Pending pending) {
    var entry = Objects.requireNonNull(pending.entry());
    while (true) {
      try {
        pending.stored().complete(write(List.of(pending)).getFirst());
        return;
      } catch (org.springframework.dao.TransientDataAccessException
          | org.springframework.transaction.CannotCreateTransactionException
          | org.springframework.dao.DataAccessResourceFailureException down) {
        if (entry.request().runKey() != null || !running) {
          pending.stored().completeExceptionally(down);
          if (entry.request().runKey() == null) {
            log.error(
                "An answer of {} could not be recorded: {}", entry.request().tableId(), entry);
          }
          return;
        }
        pause();
      } catch (RuntimeException refused) {
        pending.stored().completeExceptionally(refused);
        log.error("An answer of {} was not recorded", entry.request().tableId(), refused);
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
