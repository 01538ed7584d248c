package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrittenTogetherTests {
  private final List<List<Integer>> writes = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aSingleRowIsWrittenAtOnce() {
    var rows = new WrittenTogether<Integer, String>(this::store);
    assertThat(rows.write(7)).isEqualTo("7");
    assertThat(writes).containsExactly(List.of(7));
  }

  @Test
  void whatComesDuringAWriteGoesIntoTheNextOneAndEachGetsItsOwnAnswer() throws Exception {
    var under = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var rows =
        new WrittenTogether<Integer, String>(
            batch -> {
              if (batch.contains(0)) {
                under.countDown();
                await(go);
              }
              return store(batch);
            });
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = callers.submit(() -> rows.write(0));
      under.await();
      var arrived = new CountDownLatch(50);
      List<Future<String>> others =
          IntStream.rangeClosed(1, 50)
              .mapToObj(
                  n ->
                      callers.submit(
                          (Callable<String>)
                              () -> {
                                arrived.countDown();
                                return rows.write(n);
                              }))
              .toList();
      arrived.await();
      go.countDown();
      assertThat(first.get()).isEqualTo("0");
      for (int n = 1; n <= 50; n++) {
        assertThat(others.get(n - 1).get()).isEqualTo("" + n);
      }
    }
    assertThat(writes.stream().flatMap(List::stream)).hasSize(51).doesNotHaveDuplicates();
    assertThat(writes).hasSizeLessThan(51);
  }

  @Test
  void aRowThatCannotBeStoredCostsTheOthersNothing() throws Exception {
    var under = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var rows =
        new WrittenTogether<Integer, String>(
            batch -> {
              if (batch.contains(0)) {
                under.countDown();
                await(go);
              }
              if (batch.contains(13)) {
                throw new IllegalArgumentException("13 is refused");
              }
              return store(batch);
            });
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> rows.write(0));
      under.await();
      Future<String> bad = callers.submit(() -> rows.write(13));
      Future<String> good = callers.submit(() -> rows.write(14));
      go.countDown();
      assertThatThrownBy(bad::get).hasRootCauseMessage("13 is refused");
      assertThat(good.get()).isEqualTo("14");
    }
  }

  private List<String> store(List<Integer> batch) {
    writes.add(List.copyOf(batch));
    return batch.stream().map(String::valueOf).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
