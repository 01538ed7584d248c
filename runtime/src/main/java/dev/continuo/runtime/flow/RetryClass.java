package dev.continuo.runtime.flow;

import java.time.Duration;

/** How a step that broke unexpectedly is tried again before it becomes an incident. */
public enum RetryClass {
  /** Never: the first failure is an incident. */
  NONE(0, Duration.ZERO),
  /** Three more times within seconds: for local work. */
  QUICK(3, Duration.ofSeconds(1)),
  /** Five more times within minutes: for things on a network. */
  PATIENT(5, Duration.ofSeconds(20));

  private final int retries;
  private final Duration backoff;

  RetryClass(int retries, Duration backoff) {
    this.retries = retries;
    this.backoff = backoff;
  }

  /** How many times the step is tried again. */
  public int retries() {
    return retries;
  }

  /** The first pause; it doubles each time. */
  public Duration backoff() {
    return backoff;
  }
}
