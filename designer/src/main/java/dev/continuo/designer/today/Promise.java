package dev.continuo.designer.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * An open commitment, by the owner or to the owner.
 *
 * @param what the commitment in words
 * @param byOwner whether the owner owes it
 * @param due until when
 * @param day the day of it in the owner's zone
 */
record Promise(String what, boolean byOwner, Instant due, LocalDate day) {
  static Promise of(String what, boolean byOwner, Instant due, ZoneId zone) {
    return new Promise(what, byOwner, due, due.atZone(zone).toLocalDate());
  }

  boolean dueBy(LocalDate today) {
    return !day.isAfter(today);
  }

  String words(LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days < 0) {
      return -days == 1 ? "1 day late" : -days + " days late";
    }
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
  }
}
