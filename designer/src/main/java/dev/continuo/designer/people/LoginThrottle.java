package dev.continuo.designer.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows guessing down: after five wrong passwords in a row nobody may try for 30 seconds, then a
 * minute, up to a quarter of an hour. There is one account, so there is one counter.
 */
class LoginThrottle {
  private static final int FREE_TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private final Clock clock;
  private int failures;
  private Instant openAgain = Instant.MIN;

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean closed() {
    return clock.instant().isBefore(openAgain);
  }

  synchronized void failed() {
    failures++;
    if (failures >= FREE_TRIES) {
      int doublings = Math.min(failures - FREE_TRIES, 10);
      Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
      openAgain = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  synchronized void succeeded() {
    failures = 0;
    openAgain = Instant.MIN;
  }
}
