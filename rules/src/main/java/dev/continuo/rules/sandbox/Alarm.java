package dev.continuo.rules.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stops a program that works longer than its limit. The limit counts the program's processor time:
 * on a busy machine one that waits for its turn is innocent, and gets {@code patience} times the
 * limit by the clock on the wall. Where the system does not tell processor time, the wall's counts.
 */
final class Alarm {
  private static final Duration SOON = Duration.ofMillis(50);

  private final Process process;
  private final Duration limit;
  private final Duration longest;
  private final ScheduledExecutorService clock;
  private final long begun = System.nanoTime();
  private final Duration workedBefore;
  private Future<?> next = CompletableFuture.completedFuture(null);
  private boolean cancelled;
  private boolean rang;

  Alarm(Process process, Duration limit, int patience, ScheduledExecutorService clock) {
    this.process = process;
    this.limit = limit;
    this.longest = limit.multipliedBy(patience);
    this.clock = clock;
    this.workedBefore = process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Throws when the clock no longer runs. */
  synchronized void set() {
    ringIn(limit);
  }

  synchronized void cancel() {
    cancelled = true;
    next.cancel(false);
  }

  synchronized boolean rang() {
    return rang;
  }

  private void ringIn(Duration later) {
    next = clock.schedule(this::look, later.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    if (cancelled) {
      return;
    }
    var passed = Duration.ofNanos(System.nanoTime() - begun);
    var worked = process.info().totalCpuDuration().map(total -> total.minus(workedBefore));
    var left = limit.minus(worked.orElse(limit));
    if (left.isPositive() && passed.compareTo(longest) < 0) {
      ringIn(left.compareTo(SOON) < 0 ? SOON : left);
    } else {
      rang = true;
      process.destroyForcibly();
    }
  }
}
