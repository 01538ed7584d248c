package dev.continuo.runtime.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Group commit: rows that come while a write is under way go into the next one together. Who comes
 * alone writes at once and in its own thread; while rows come from several at a time, writes keep a
 * small distance so that more of them share one. No caller waits for another's turn: the one writer
 * tells each when its row is stored.
 *
 * @param <R> what is written
 * @param <A> the answer to one of them
 */
final class WrittenTogether<R, A> {
  private static final int AT_MOST = 200;
  private static final long DISTANCE_NANOS = 8_000_000;
  private static final long CROWDED_NANOS = 200_000_000;

  private final Function<List<R>, List<A>> write;
  private final Queue<Entry<R, A>> waiting = new ConcurrentLinkedQueue<>();

  /** Rows that were added and not stored yet; whoever raises it from zero is the writer. */
  private final AtomicInteger open = new AtomicInteger();

  // the writer's alone; handed on through open
  private long lastWrite = System.nanoTime() - DISTANCE_NANOS;
  private long lastCrowd = lastWrite - CROWDED_NANOS;

  private record Entry<R, A>(R row, CompletableFuture<A> answer) {}

  /**
   * @param write stores rows in one statement, all or none, and answers in their order
   */
  WrittenTogether(Function<List<R>, List<A>> write) {
    this.write = write;
  }

  /** Stores one row and returns when it is stored; throws what its write threw. */
  A write(R row) {
    try {
      return add(row).join();
    } catch (CompletionException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException trouble ? trouble : wrapped;
    }
  }

  /** The answer to one row, once it is stored. What hangs on it runs in the writer's thread. */
  CompletableFuture<A> add(R row) {
    var entry = new Entry<R, A>(row, new CompletableFuture<>());
    waiting.add(entry);
    if (open.getAndIncrement() == 0 && open.addAndGet(-writeWaiting()) > 0) {
      Thread.startVirtualThread(this::writeRest);
    }
    return entry.answer();
  }

  private void writeRest() {
    while (open.addAndGet(-writeWaiting()) > 0) {
      // more came meanwhile
    }
  }

  private int writeWaiting() {
    long now = System.nanoTime();
    if (now - lastCrowd < CROWDED_NANOS && now - lastWrite < DISTANCE_NANOS) {
      LockSupport.parkNanos(DISTANCE_NANOS - (now - lastWrite));
    }
    lastWrite = System.nanoTime();
    var batch = new ArrayList<Entry<R, A>>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == AT_MOST) {
        break;
      }
    }
    if (batch.size() > 1) {
      lastCrowd = lastWrite;
    }
    store(batch);
    return batch.size();
  }

  private void store(List<Entry<R, A>> batch) {
    List<A> answers;
    try {
      answers = write.apply(batch.stream().map(Entry::row).toList());
    } catch (RuntimeException | Error trouble) {
      if (batch.size() > 1) {
        batch.forEach(entry -> store(List.of(entry))); // a bad row must not cost the others theirs
      } else {
        batch.getFirst().answer().completeExceptionally(trouble);
      }
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(answers.get(i));
    }
  }
}
