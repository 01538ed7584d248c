package dev.continuo.ontology.recall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The stretches of time that are rolled up. */
public enum Period {
  /** One day of correspondence. */
  SESSION,
  WEEK,
  QUARTER;

  /** The first day of the stretch that a day is in. */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case SESSION -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
    };
  }

  /** The first day of the next stretch. */
  public LocalDate next(LocalDate start) {
    return switch (this) {
      case SESSION -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case QUARTER -> start.plus(3, ChronoUnit.MONTHS);
    };
  }

  /** Its name: 2026-11-22, 2026-W47, 2026-Q4. */
  public String name(LocalDate start) {
    return switch (this) {
      case SESSION -> start.toString();
      case WEEK ->
          "%d-W%02d"
              .formatted(
                  start.get(IsoFields.WEEK_BASED_YEAR),
                  start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case QUARTER -> "%d-Q%d".formatted(start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
    };
  }
}
