package dev.continuo.designer.shell;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, with the exact moment on hover. */
public final class Moments {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  private Moments() {}

  /** How long ago, or in how long: "now", "4 min ago", "in 3 days". */
  public static String ago(Instant moment) {
    Duration since = Duration.between(moment, Instant.now());
    boolean past = !since.isNegative();
    long seconds = since.abs().toSeconds();
    if (seconds < 45) {
      return "now";
    }
    String span = span(seconds);
    return past ? span + " ago" : "in " + span;
  }

  /** A moment in the near: "14:05" today, "Fri 14:05" within a week, else the date. */
  public static String at(Instant moment, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    LocalDate today = LocalDate.now(zone);
    if (day.equals(today)) {
      return CLOCK.format(moment.atZone(zone));
    }
    if (day.isAfter(today.minusDays(6)) && day.isBefore(today.plusDays(6))) {
      return WEEKDAY.format(moment.atZone(zone));
    }
    return (day.getYear() == today.getYear() ? DAY : DAY_YEAR).format(day);
  }

  /** The exact moment. */
  public static String exact(Instant moment, ZoneId zone) {
    return EXACT.format(moment.atZone(zone));
  }

  /** {@link #ago} as a component with the exact moment on hover. */
  public static Span when(Instant moment, ZoneId zone) {
    Span span = new Span(ago(moment));
    span.setTitle(exact(moment, zone));
    return span;
  }

  private static String span(long seconds) {
    if (seconds < 90) {
      return "1 min";
    }
    if (seconds < 3_600) {
      return Math.round(seconds / 60.0) + " min";
    }
    if (seconds < 86_400) {
      return Math.round(seconds / 3_600.0) + " h";
    }
    long days = Math.round(seconds / 86_400.0);
    return days == 1 ? "1 day" : days + " days";
  }
}
