package dev.continuo.designer.decision;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something beside the page, of which only the newest look counts: a later one does not
 * wait for an earlier one, and what an earlier one found is thrown away. A few run at the same
 * time; while they do, only the newest of the others is kept.
 */
final class LatestOnly<T> {
  private static final int AT_ONCE = 2;

  private final Executor beside;
  private int newest;
  private int running;
  private @Nullable Look<T> waiting;

  LatestOnly(Executor beside) {
    this.beside = beside;
  }

  private record Look<T>(
      int number, Supplier<T> look, Consumer<T> found, Consumer<RuntimeException> failed) {}

  /**
   * Looks, without holding up who asks.
   *
   * @param found is told beside the page, unless somebody asked again meanwhile
   * @param failed the same, where the look broke
   */
  synchronized void ask(Supplier<T> look, Consumer<T> found, Consumer<RuntimeException> failed) {
    var asked = new Look<>(++newest, look, found, failed);
    if (running < AT_ONCE) {
      begin(asked);
    } else {
      waiting = asked;
    }
  }

  private void begin(Look<T> asked) {
    running++;
    beside.execute(() -> run(asked));
  }

  private void run(Look<T> asked) {
    try {
      T found = asked.look().get();
      if (counts(asked)) {
        asked.found().accept(found);
      }
    } catch (RuntimeException broken) {
      if (counts(asked)) {
        asked.failed().accept(broken);
      }
    } finally {
      next();
    }
  }

  private synchronized boolean counts(Look<T> asked) {
    return asked.number() == newest;
  }

  private synchronized void next() {
    running--;
    var next = waiting;
    waiting = null;
    if (next != null) {
      begin(next);
    }
  }
}
