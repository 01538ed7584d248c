package dev.continuo.designer.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for something to become true. */
public final class Eventually {
  private Eventually() {}

  public static void within(int seconds, String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(broken -> !(broken instanceof AssertionError))
        .until(condition);
  }

  /** Waits until it holds; a failure says what was seen last. */
  public static void holds(int seconds, ThrowingRunnable assertion) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(assertion);
  }
}
