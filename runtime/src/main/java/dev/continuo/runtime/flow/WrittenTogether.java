package dev.continuo.runtime.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: rows that come while a write is under way go into the next one together. A caller
 * that is alone writes at once; while rows come from several at a time, writes keep a small
 * distance so that more of them share one. Each caller returns when its row is stored.
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
  private final ReentrantLock writer = new ReentrantLock();
  private long lastWrite = System.nanoTime() - DISTANCE_NANOS;
  private long lastCrowd = lastWrite - CROWDED_NANOS;

  private static final class Entry<R, A> {
    final R row;
    @Nullable A answer;
    @Nullable RuntimeException trouble;
    boolean done;

    Entry(R row) {
      this.row = row;
    }
  }

  /**
   * @param write stores rows in one statement, all or none, and answers in their order
   */
  WrittenTogether(Function<List<R>, List<A>> write) {
    this.write = write;
  }

  /** Stores one row; throws what its write threw. */
  A write(R row) {
    var mine = new Entry<R, A>(row);
    waiting.add(mine);
    writer.lock();
    try {
      while (!mine.done) {
        writeWaiting();
      }
    } finally {
      writer.unlock();
    }
    if (mine.trouble != null) {
      throw mine.trouble;
    }
    return Objects.requireNonNull(mine.answer);
  }

  private void writeWaiting() {
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
    if (!store(batch) && batch.size() > 1) {
      batch.forEach(entry -> store(List.of(entry))); // one bad row must not cost the others theirs
    }
  }

  /** False where the rows could not be stored. */
  private boolean store(List<Entry<R, A>> batch) {
    try {
      List<A> answers = write.apply(batch.stream().map(entry -> entry.row).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer = answers.get(i);
        batch.get(i).trouble = null;
        batch.get(i).done = true;
      }
      return true;
    } catch (RuntimeException trouble) {
      for (Entry<R, A> entry : batch) {
        entry.trouble = trouble;
        entry.done = true;
      }
      return false;
    }
  }
}
