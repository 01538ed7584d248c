package dev.continuo.designer.inbox;

import dev.continuo.runtime.setting.WorkSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A time to come back to a card, taken from the owner's working hours.
 *
 * @param words as a button says it
 * @param until when the card asks again
 */
record Later(String words, Instant until) {
  /** The choices at a moment; the last is the next working morning. */
  static List<Later> choices(ZonedDateTime now, WorkSettings work) {
    ZonedDateTime soon = now.plusHours(2).truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime morning = nextMorning(now, work);
    ZonedDateTime week = nextMorning(now.plusDays(6), work);
    return List.of(
        new Later("In 2 hours", soon.toInstant()),
        new Later("Next working morning", morning.toInstant()),
        new Later("In a week", week.toInstant()));
  }

  static Later usual(ZonedDateTime now, WorkSettings work) {
    return choices(now, work).get(1);
  }

  private static ZonedDateTime nextMorning(ZonedDateTime now, WorkSettings work) {
    LocalDate day = now.toLocalDate().plusDays(1);
    while (!work.days().contains(day.getDayOfWeek())) {
      day = day.plusDays(1);
    }
    return day.atTime(work.from()).atZone(work.zone());
  }
}
