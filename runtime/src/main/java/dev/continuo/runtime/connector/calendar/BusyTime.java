package dev.continuo.runtime.connector.calendar;

import java.time.Instant;

/** A time that is taken; the end is not part of it. */
record BusyTime(Instant start, Instant end) {
  boolean overlaps(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end);
  }
}
