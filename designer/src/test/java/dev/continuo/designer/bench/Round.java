package dev.continuo.designer.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What one side did in one stretch of time.
 *
 * @param perSecond instances completed within the time
 * @param latencies milliseconds from the call that starts an instance until it is completed
 * @param settleSeconds what the side still had to do after the last instance
 * @param cpuMillis processor time an instance, of this program and the side's engines
 */
record Round(double perSecond, Samples latencies, double settleSeconds, double cpuMillis) {
  private static final AtomicLong NUMBERS = new AtomicLong();

  /**
   * Keeps so many instances in flight, a new one as soon as one is over.
   *
   * @throws IllegalStateException when an instance does not complete within a minute
   */
  static Round run(OneStep side, int inFlight, Duration time) {
    double cpu = cpuMillis(side);
    long end = System.nanoTime() + time.toNanos();
    List<Future<Round>> lanes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(inFlight)) {
      for (int i = 0; i < inFlight; i++) {
        lanes.add(threads.submit(() -> lane(side, end)));
      }
    }
    double completed = 0;
    var latencies = new Samples();
    for (Future<Round> lane : lanes) {
      try {
        completed += lane.get().perSecond;
        lane.get().latencies.addTo(latencies);
      } catch (ExecutionException broken) {
        throw new IllegalStateException("An instance was lost", broken.getCause());
      } catch (InterruptedException stopped) {
        throw new IllegalStateException("Stopped", stopped);
      }
    }
    long over = System.nanoTime();
    side.settle();
    double settled = (System.nanoTime() - over) / 1e9;
    // each lane's last instance ends after the time, but is paid for
    return new Round(
        completed / (time.toNanos() / 1e9),
        latencies,
        settled,
        (cpuMillis(side) - cpu) / (completed + inFlight));
  }

  private static double cpuMillis(OneStep side) {
    return Stream.concat(
                Stream.of(ProcessHandle.current()),
                side.pids().stream()
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .flatMap(root -> Stream.concat(Stream.of(root), root.descendants())))
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .mapToLong(Duration::toNanos)
            .sum()
        / 1e6;
  }

  /** One instance after the other; {@code perSecond} is a plain count here. */
  private static Round lane(OneStep side, long end)
      throws InterruptedException, ExecutionException, TimeoutException {
    int completed = 0;
    var latencies = new Samples();
    while (System.nanoTime() < end) {
      long n = NUMBERS.incrementAndGet();
      var over = side.instances().expect(n);
      long start = System.nanoTime();
      side.start(n);
      long done = over.get(1, TimeUnit.MINUTES);
      if (done <= end) {
        completed++;
        latencies.add((done - start) / 1e6);
      }
    }
    return new Round(completed, latencies, 0, 0);
  }
}
