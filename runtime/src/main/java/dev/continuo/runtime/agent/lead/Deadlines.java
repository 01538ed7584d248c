package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.setting.WorkSettings;
import java.time.Instant;
import java.time.ZonedDateTime;

/** Until when an answer can be asked for: the end of a working day of the owner's. */
final class Deadlines {

  private Deadlines() {}

  /** The end of the first working day that does not end before that instant. */
  static Instant endOfWorkingDay(Instant from, WorkSettings work) {
    ZonedDateTime end = from.atZone(work.zone()).with(work.to());
    while (end.toInstant().isBefore(from) || !work.days().contains(end.getDayOfWeek())) {
      end = end.plusDays(1);
      if (work.days().isEmpty()) {
        return end.toInstant();
      }
    }
    return end.toInstant();
  }
}
