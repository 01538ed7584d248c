package dev.continuo.designer.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTests {
  @ParameterizedTest
  @CsvSource({
    "PT3S, now",
    "PT70S, 1 min ago",
    "PT40M, 40 min ago",
    "PT3H, 3 h ago",
    "PT25H, 1 day ago",
    "P9D, 9 days ago",
    "PT-3H, in 3 h",
    "P-4D, in 4 days"
  })
  void saysItAsPeopleDo(Duration since, String words) {
    assertThat(Moments.ago(Instant.now().minus(since))).isEqualTo(words);
  }
}
