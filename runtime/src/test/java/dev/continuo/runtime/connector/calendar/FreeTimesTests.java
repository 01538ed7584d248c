package dev.continuo.runtime.connector.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.connector.calendar.FreeTimes.Free;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreeTimesTests {
  private static final Instant MONDAY_NOON = Instant.parse("2026-05-11T10:00:00Z"); // 12:00 Berlin

  @Test
  void offersTheEarliestSlotsOnDifferentDays() {
    List<Free> free = new FreeTimes(berlin(30), List.of()).find(MONDAY_NOON, 10, 2);
    assertThat(free)
        .extracting(Free::start)
        .containsExactly(
            Instant.parse("2026-05-11T10:00:00Z"), Instant.parse("2026-05-12T07:00:00Z"));
  }

  @Test
  void skipsBusyTimesWeekendsAndThePast() {
    List<BusyTime> busy =
        List.of(
            busy("2026-05-11T10:15:00Z", "2026-05-11T14:50:00Z"),
            busy("2026-05-12T00:00:00Z", "2026-05-16T00:00:00Z"));
    List<Free> free = new FreeTimes(berlin(30), busy).find(MONDAY_NOON.plusSeconds(60), 10, 2);
    assertThat(free)
        .extracting(Free::start)
        .containsExactly(
            Instant.parse("2026-05-18T07:00:00Z"), Instant.parse("2026-05-19T07:00:00Z"));
  }

  @Test
  void aSlotMayTouchABusyTime() {
    List<BusyTime> busy =
        List.of(
            busy("2026-05-11T00:00:00Z", "2026-05-11T10:30:00Z"),
            busy("2026-05-11T11:00:00Z", "2026-05-12T00:00:00Z"));
    List<Free> free = new FreeTimes(berlin(30), busy).find(MONDAY_NOON, 0, 2);
    assertThat(free)
        .containsExactly(
            new Free(Instant.parse("2026-05-11T10:30:00Z"), Instant.parse("2026-05-11T11:00:00Z")));
  }

  @Test
  void takesTheSameDayWhereOthersHaveNoRoom() {
    List<Free> free = new FreeTimes(berlin(60), List.of()).find(MONDAY_NOON, 0, 2);
    assertThat(free)
        .extracting(Free::start)
        .containsExactly(MONDAY_NOON, MONDAY_NOON.plusSeconds(3600));
  }

  @Test
  void givesFewerWhereThereAreNone() {
    List<BusyTime> always = List.of(busy("2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
    assertThat(new FreeTimes(berlin(30), always).find(MONDAY_NOON, 60, 2)).isEmpty();
  }

  @Test
  void followsTheClocksWhenTheyChange() {
    // Berlin leaves summer time on Sunday 25 October 2026: 9:00 is 7:00Z before and 8:00Z after.
    WorkSettings all = work("Europe/Berlin", 30, EnumSet.allOf(DayOfWeek.class));
    List<Free> free =
        new FreeTimes(all, List.of()).find(Instant.parse("2026-10-24T04:00:00Z"), 10, 2);
    assertThat(free)
        .extracting(Free::start)
        .containsExactly(
            Instant.parse("2026-10-24T07:00:00Z"), Instant.parse("2026-10-25T08:00:00Z"));
  }

  @Test
  void everySlotIsInsideWorkingHoursAndFreeWhateverTheZone() {
    Random random = new Random(3);
    List<String> zones =
        List.of(
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
    for (int i = 0; i < 500; i++) {
      WorkSettings work =
          new WorkSettings(
              "",
              "",
              "",
              ZoneId.of(zones.get(random.nextInt(zones.size()))),
              LocalTime.of(random.nextInt(4), 0),
              LocalTime.of(5 + random.nextInt(18), 30),
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
              10 + random.nextInt(100),
              Duration.ofDays(3));
      Instant earliest =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_000_000));
      BusyTime busy = new BusyTime(earliest, earliest.plusSeconds(random.nextInt(300_000)));
      for (Free free : new FreeTimes(work, List.of(busy)).find(earliest, 5, 4)) {
        ZonedDateTime start = free.start().atZone(work.zone());
        ZonedDateTime end = free.end().atZone(work.zone());
        assertThat(start.toLocalTime()).isAfterOrEqualTo(work.from());
        assertThat(end.toLocalTime()).isBeforeOrEqualTo(work.to());
        assertThat(end.toLocalDate()).isEqualTo(start.toLocalDate());
        assertThat(Duration.between(start, end).toMinutes()).isEqualTo(work.slotMinutes());
        assertThat(busy.overlaps(free.start(), free.end())).isFalse();
        assertThat(free.start()).isAfterOrEqualTo(earliest);
      }
    }
  }

  static WorkSettings berlin(int minutes) {
    return work("Europe/Berlin", minutes, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  }

  private static WorkSettings work(String zone, int minutes, EnumSet<DayOfWeek> days) {
    return new WorkSettings(
        "Me",
        "me@me.example",
        "Me",
        ZoneId.of(zone),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        days,
        minutes,
        Duration.ofDays(3));
  }

  private static BusyTime busy(String start, String end) {
    return new BusyTime(Instant.parse(start), Instant.parse(end));
  }
}
