package dev.continuo.runtime.recall;

import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.recall.Recall;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Makes what came into memory findable, a moment later and a few sources at a time. */
class Indexing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Indexing.class);
  private static final int AT_ONCE = 20;
  private static final Duration MORE = Duration.ofMillis(50);
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final Duration TROUBLED = Duration.ofSeconds(5);

  private final Recall recall;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Indexing(Recall recall) {
    this.recall = recall;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread.ofVirtual().name("recall-indexing").start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
        // looks again
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    try {
      return recall.index(AT_ONCE) > 0 ? MORE : GLANCE;
    } catch (MemoryUnavailable waits) {
      return GLANCE;
    } catch (RuntimeException trouble) {
      log.warn("A source cannot be made findable yet: {}", trouble.toString());
      return TROUBLED;
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
