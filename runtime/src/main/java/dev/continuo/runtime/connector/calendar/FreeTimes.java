package dev.continuo.runtime.connector.calendar;

import dev.continuo.runtime.setting.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds free slots inside working hours. Days are taken in the owner's zone and steps in real time,
 * so that a day on which the clocks change has its true length.
 */
record FreeTimes(WorkSettings work, List<BusyTime> busy) {

  /** A free slot. */
  record Free(Instant start, Instant end) {}

  /**
   * The earliest free slots, on different days while there are any, then on the same ones.
   *
   * @return at most {@code count}, in order; fewer where the days hold no more
   */
  List<Free> find(Instant earliest, int days, int count) {
    LocalDate first = LocalDate.ofInstant(earliest, work.zone());
    List<Free> chosen = new ArrayList<>();
    List<Free> others = new ArrayList<>();
    for (int day = 0; day <= days && chosen.size() < count; day++) {
      List<Free> free = ofDay(first.plusDays(day), earliest);
      if (!free.isEmpty()) {
        chosen.add(free.getFirst());
        others.addAll(free.subList(1, free.size()));
      }
    }
    others.stream().limit(Math.max(0, count - chosen.size())).forEach(chosen::add);
    return chosen.stream().sorted(Comparator.comparing(Free::start)).toList();
  }

  private List<Free> ofDay(LocalDate day, Instant earliest) {
    if (!work.days().contains(day.getDayOfWeek())) {
      return List.of();
    }
    Instant end = day.atTime(work.to()).atZone(work.zone()).toInstant();
    Duration length = Duration.ofMinutes(work.slotMinutes());
    List<Free> free = new ArrayList<>();
    Instant start = day.atTime(work.from()).atZone(work.zone()).toInstant();
    for (Instant s = start; !s.plus(length).isAfter(end); s = s.plus(length)) {
      Instant slotStart = s;
      Instant slotEnd = s.plus(length);
      if (!s.isBefore(earliest) && busy.stream().noneMatch(b -> b.overlaps(slotStart, slotEnd))) {
        free.add(new Free(slotStart, slotEnd));
      }
    }
    return free;
  }
}
