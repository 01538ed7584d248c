package dev.continuo.designer.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {
  private final Hand clock = new Hand();
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void leavesFourMistakesFree() {
    fail(4);
    assertThat(throttle.closed()).isFalse();
  }

  @Test
  void closesForHalfAMinuteAtTheFifth() {
    fail(5);
    assertThat(throttle.closed()).isTrue();
    clock.move(Duration.ofSeconds(29));
    assertThat(throttle.closed()).isTrue();
    clock.move(Duration.ofSeconds(1));
    assertThat(throttle.closed()).isFalse();
  }

  @Test
  void doublesThePauseUpToAQuarterOfAnHour() {
    fail(6);
    clock.move(Duration.ofSeconds(59));
    assertThat(throttle.closed()).isTrue();
    fail(200);
    clock.move(Duration.ofMinutes(15));
    assertThat(throttle.closed()).isFalse();
  }

  @Test
  void forgetsMistakesAfterTheRightPassword() {
    fail(4);
    throttle.succeeded();
    fail(4);
    assertThat(throttle.closed()).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed();
    }
  }

  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
