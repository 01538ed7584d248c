package dev.continuo.runtime.agent.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Etc/UTC|Tuesday 24 November 2026, 17:00 (UTC)",
        "UTC|Tuesday 24 November 2026, 17:00 (UTC)",
        "Europe/London|Tuesday 24 November 2026, 17:00 (Europe/London, UTC+00:00)",
        "Europe/Oslo|Tuesday 24 November 2026, 18:00 (Europe/Oslo, UTC+01:00)"
      })
  void aMomentNamesItsZoneAsPeopleDo(String zone, String words) {
    assertThat(Wording.moment(Instant.parse("2026-11-24T17:00:00Z"), ZoneId.of(zone)))
        .isEqualTo(words);
  }
}
