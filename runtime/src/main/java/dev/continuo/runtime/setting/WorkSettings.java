package dev.continuo.runtime.setting;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Who the owner is and when they work.
 *
 * @param ownerName signs answers
 * @param ownerEmail the sender of answers
 * @param company the business's name
 * @param zone all dates and slots are shown in it
 * @param from start of the working day
 * @param to end of the working day, after {@code from}
 * @param days working days
 * @param slotMinutes length of a meeting slot
 * @param reminderAfter how long to wait for a reply before a reminder is drafted
 */
public record WorkSettings(
    String ownerName,
    String ownerEmail,
    String company,
    ZoneId zone,
    LocalTime from,
    LocalTime to,
    Set<DayOfWeek> days,
    int slotMinutes,
    Duration reminderAfter) {
  public WorkSettings {
    days = Set.copyOf(days);
  }
}
