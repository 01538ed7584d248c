package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.text.FoundDate;
import dev.continuo.runtime.agent.text.FoundMoney;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plain business English for names, amounts and times. Times always say their zone and offset. */
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Wording() {}

  /** "Dear Ida Storm," or "Hello," where nobody says who wrote. */
  static String greeting(IntakeRecord lead) {
    String name = Told.line(lead.sender().name(), 80);
    boolean personal =
        !name.equals("Unknown sender")
            && !name.contains("@")
            && !lead.sender().email().startsWith(name + "@");
    return personal ? "Dear " + inOrder(name) + "," : "Hello,";
  }

  /** "Storm, Ida" is written the other way round in a greeting. */
  private static String inOrder(String name) {
    String[] parts = name.split(", ", 2);
    return parts.length == 2 && !parts[1].contains(" ") ? parts[1] + " " + parts[0] : name;
  }

  /** "Tuesday 24 November 2026, 10:00 to 10:30 (Europe/Oslo, UTC+01:00)". */
  static String slot(Draft.OfferedSlot slot, ZoneId zone) {
    ZonedDateTime start = slot.start().atZone(zone);
    return "%s, %s to %s (%s)"
        .formatted(
            WEEKDAY.format(start),
            TIME.format(start),
            TIME.format(slot.end().atZone(zone)),
            zone(start));
  }

  /** "Tuesday 24 November 2026, 17:00 (Europe/Oslo, UTC+01:00)". */
  static String moment(Instant instant, ZoneId zone) {
    ZonedDateTime at = instant.atZone(zone);
    return "%s, %s (%s)".formatted(WEEKDAY.format(at), TIME.format(at), zone(at));
  }

  /** "Tuesday 24 November 2026". */
  static String weekday(Instant instant, ZoneId zone) {
    return WEEKDAY.format(instant.atZone(zone));
  }

  static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }

  private static String zone(ZonedDateTime at) {
    String offset = at.getOffset().getId();
    return at.getZone().normalized().equals(ZoneOffset.UTC)
        ? "UTC"
        : at.getZone().getId() + ", UTC" + (offset.equals("Z") ? "+00:00" : offset);
  }

  /** What was understood of money and time, as a sentence to be put right, or empty. */
  static String understood(IntakeRecord lead, LocalDate today) {
    List<String> parts = new ArrayList<>();
    lead.money().stream()
        .max(Comparator.comparing(FoundMoney::to))
        .ifPresent(m -> parts.add(money(m)));
    dates(lead, today).ifPresent(parts::add);
    return parts.isEmpty()
        ? ""
        : "As I understand it, you mention " + String.join(" and ", parts) + ".";
  }

  /** The days that were mentioned, as a sentence, or empty. */
  static String mentionedDates(IntakeRecord lead, LocalDate today) {
    return dates(lead, today)
        .map(d -> "You mention " + d + "; I will keep that in mind.")
        .orElse("");
  }

  private static Optional<String> dates(IntakeRecord lead, LocalDate today) {
    List<String> days =
        lead.dates().stream()
            .filter(d -> !last(d).isBefore(today))
            .map(Wording::date)
            .distinct()
            .limit(2)
            .toList();
    return days.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", days));
  }

  private static LocalDate last(FoundDate date) {
    return date.until() == null ? date.date() : date.until();
  }

  private static String date(FoundDate date) {
    String relation =
        date.relation().equals("on") ? "the date " : "the time " + date.relation() + " ";
    String words =
        date.until() == null
            ? WEEKDAY.format(date.date())
            : DAY.format(date.date()) + " to " + DAY.format(date.until());
    return relation + words;
  }

  private static String money(FoundMoney money) {
    String amount =
        money.from().compareTo(money.to()) == 0
            ? number(money.to())
            : number(money.from()) + " to " + number(money.to());
    return money.currency() == null ? "the amount " + amount : money.currency() + " " + amount;
  }

  private static String number(BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return new DecimalFormat(
            whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }
}
