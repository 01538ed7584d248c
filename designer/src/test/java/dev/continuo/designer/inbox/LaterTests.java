package dev.continuo.designer.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.setting.WorkSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LaterTests {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final WorkSettings WORK =
      new WorkSettings(
          "Nora",
          "n@studio.example",
          "Studio",
          OSLO,
          LocalTime.of(8, 30),
          LocalTime.of(16, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          30,
          Duration.ofDays(3));

  @Test
  void theUsualTimeIsTheNextMorning() {
    assertThat(Later.usual(at("2026-11-24T15:00"), WORK).until())
        .isEqualTo(at("2026-11-25T08:30").toInstant());
  }

  @Test
  void aFridayComesBackOnMonday() {
    assertThat(Later.usual(at("2026-11-27T15:00"), WORK).until())
        .isEqualTo(at("2026-11-30T08:30").toInstant());
  }

  @Test
  void keepsTheHourOverTheChangeOfClocks() {
    assertThat(Later.usual(at("2026-10-23T15:00"), WORK).until())
        .isEqualTo(at("2026-10-26T08:30").toInstant());
  }

  private static ZonedDateTime at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(OSLO);
  }
}
