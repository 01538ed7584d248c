package dev.continuo.runtime.connector.calendar.ical4j;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * The events of one calendar file, with their repetitions. An instance that was moved or cancelled
 * on its own replaces the one the rule makes; transparent and cancelled events take no time; days
 * without a time and floating times are the owner's.
 */
public final class IcsCalendar {
  private final List<VEvent> events;

  private IcsCalendar(List<VEvent> events) {
    this.events = events;
  }

  /** A time an event takes. */
  public record Span(Instant start, Instant end) {}

  /**
   * What a window of time holds.
   *
   * @param spans the times taken
   * @param problems one sentence for each event that could not be placed
   */
  public record Taken(List<Span> spans, List<String> problems) {}

  /**
   * Reads a file.
   *
   * @throws IOException when it is no calendar; the message says why
   */
  public static IcsCalendar parse(byte[] content) throws IOException {
    try {
      Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(content));
      return new IcsCalendar(List.copyOf(calendar.<VEvent>getComponents(Component.VEVENT)));
    } catch (ParserException | RuntimeException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The times taken between two instants. */
  public Taken between(Instant from, Instant to, ZoneId zone) {
    Map<String, Set<Instant>> replaced = replaced(zone);
    List<Span> spans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (VEvent event : events) {
      if (takesNoTime(event)) {
        continue;
      }
      try {
        Set<Instant> others =
            event.getProperty(Property.RECURRENCE_ID).isPresent()
                ? Set.of()
                : replaced.getOrDefault(uid(event), Set.of());
        occurrences(event, from, to, zone).stream()
            .filter(span -> !others.contains(span.start()))
            .forEach(spans::add);
      } catch (RuntimeException e) {
        problems.add("An event could not be placed: " + e.getMessage());
      }
    }
    return new Taken(List.copyOf(spans), List.copyOf(problems));
  }

  private static List<Span> occurrences(VEvent event, Instant from, Instant to, ZoneId zone) {
    refuseEndless(event);
    DateProperty<Temporal> start =
        event
            .<DateProperty<Temporal>>getProperty(Property.DTSTART)
            .orElseThrow(() -> new IllegalArgumentException("it has no start"));
    boolean allDay = start.getDate() instanceof LocalDate;
    Set<Instant> left = exceptions(event, zone);
    List<Span> spans = new ArrayList<>();
    for (Period<Temporal> period :
        event.<Temporal>calculateRecurrenceSet(window(start, from, to, zone))) {
      Instant begin = instant(period.getStart(), zone);
      Instant end = instant(period.getEnd(), zone);
      if (allDay && !end.isAfter(begin)) {
        end = begin.atZone(zone).plusDays(1).toInstant();
      }
      if (begin.isBefore(to) && from.isBefore(end) && !left.contains(begin)) {
        spans.add(new Span(begin, end));
      }
    }
    return spans;
  }

  /**
   * The window in the event's own kind of time, because times of different kinds do not compare. It
   * begins a day early, so that what reaches into it from there is seen.
   */
  private static Period<? extends Temporal> window(
      DateProperty<Temporal> start, Instant from, Instant to, ZoneId zone) {
    ZonedDateTime first = from.atZone(zone).minusDays(1);
    ZonedDateTime last = to.atZone(zone).plusDays(1);
    return switch (start.getDate()) {
      case LocalDate day -> new Period<>(first.toLocalDate(), last.toLocalDate());
      case LocalDateTime floating -> new Period<>(first.toLocalDateTime(), last.toLocalDateTime());
      default -> new Period<>(first, last);
    };
  }

  /** Exceptions may be written in another zone than the start; as instants they compare. */
  private static Set<Instant> exceptions(VEvent event, ZoneId zone) {
    Set<Instant> left = new HashSet<>();
    for (Property property : event.getProperties(Property.EXDATE)) {
      for (Object date : ((DateListProperty<?>) property).getDates()) {
        left.add(instant((Temporal) date, zone));
      }
    }
    return left;
  }

  /** Repetition by seconds or minutes, or by steps of nothing, would fill the memory. */
  private static void refuseEndless(VEvent event) {
    for (Property property : event.getProperties(Property.RRULE)) {
      Recur<?> rule = ((RRule<?>) property).getRecur();
      if (rule.getFrequency() == Frequency.SECONDLY
          || rule.getFrequency() == Frequency.MINUTELY
          || rule.getInterval() == 0) {
        throw new IllegalArgumentException("it repeats more often than every hour");
      }
    }
  }

  private Map<String, Set<Instant>> replaced(ZoneId zone) {
    Map<String, Set<Instant>> replaced = new HashMap<>();
    for (VEvent event : events) {
      event
          .<DateProperty<Temporal>>getProperty(Property.RECURRENCE_ID)
          .ifPresent(
              id ->
                  replaced
                      .computeIfAbsent(uid(event), uid -> new HashSet<>())
                      .add(instant(id.getDate(), zone)));
    }
    return replaced;
  }

  private static boolean takesNoTime(VEvent event) {
    return has(event, Property.TRANSP, "TRANSPARENT") || has(event, Property.STATUS, "CANCELLED");
  }

  private static boolean has(VEvent event, String property, String value) {
    return event
        .getProperty(property)
        .filter(p -> value.equalsIgnoreCase(p.getValue()))
        .isPresent();
  }

  private static String uid(VEvent event) {
    return event.getProperty(Property.UID).map(Property::getValue).orElse("");
  }

  private static Instant instant(Temporal time, ZoneId zone) {
    return switch (time) {
      case Instant instant -> instant;
      case ZonedDateTime zoned -> zoned.toInstant();
      case OffsetDateTime offset -> offset.toInstant();
      case LocalDateTime floating -> floating.atZone(zone).toInstant();
      case LocalDate day -> day.atStartOfDay(zone).toInstant();
      default -> throw new IllegalArgumentException("its time is of an unknown kind");
    };
  }
}
