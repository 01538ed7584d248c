package dev.continuo.ontology.recall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Days that a question names. The end of a month or year stands for it, as "in March" means all.
 */
final class Dates {

  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

  private record Form(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> day) {}

  private static final List<Form> FORMS =
      List.of(
          form(
              "(\\d{4})-(\\d{2})-(\\d{2})",
              (m, now) -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
          form(
              DAY + " (?:of )?" + MONTH + ",? (\\d{4})",
              (m, now) -> LocalDate.of(number(m, 3), month(m, 2), number(m, 1))),
          form(
              MONTH + " " + DAY + ",? (\\d{4})",
              (m, now) -> LocalDate.of(number(m, 3), month(m, 1), number(m, 2))),
          form(
              "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})",
              (m, now) -> LocalDate.of(number(m, 3), number(m, 2), number(m, 1))),
          form(
              MONTH + " (\\d{4})",
              (m, now) -> YearMonth.of(number(m, 2), month(m, 1)).atEndOfMonth()),
          form(
              DAY + " " + MONTH,
              (m, now) -> past(LocalDate.of(now.getYear(), month(m, 2), number(m, 1)), now)),
          form(
              MONTH + " " + DAY,
              (m, now) -> past(LocalDate.of(now.getYear(), month(m, 1), number(m, 2)), now)),
          form("yesterday", (m, now) -> now.minusDays(1)),
          form("today", (m, now) -> now),
          form(
              "(\\d{1,3}) (day|week|month|year)s? ago",
              (m, now) -> back(now, number(m, 1), m.group(2))),
          form("last (day|week|month|year)", (m, now) -> back(now, 1, m.group(1))),
          form(
              "(?:in|during|of|since) (\\d{4})",
              (m, now) ->
                  LocalDate.of(number(m, 1), 1, 1).with(TemporalAdjusters.lastDayOfYear())));

  private Dates() {}

  /** A day and the words that named it. */
  record Found(LocalDate day, String said) {}

  /** The first day that is named. */
  static Optional<Found> in(String text, LocalDate now) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Form form : FORMS) {
      var found = form.pattern().matcher(lower);
      while (found.find()) {
        try {
          return Optional.of(new Found(form.day().apply(found, now), found.group()));
        } catch (DateTimeException noSuchDay) {
          // such as 31 February: look further
        }
      }
    }
    return Optional.empty();
  }

  private static Form form(String pattern, BiFunction<MatchResult, LocalDate, LocalDate> day) {
    return new Form(Pattern.compile("(?<![\\p{L}\\d])" + pattern + "(?![\\p{L}\\d])"), day);
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static int month(MatchResult match, int group) {
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(match.group(group)) / 3 + 1;
  }

  /** A day without a year is the last one that was. */
  private static LocalDate past(LocalDate day, LocalDate now) {
    return day.isAfter(now) ? day.minusYears(1) : day;
  }

  private static LocalDate back(LocalDate now, int count, String unit) {
    return switch (unit) {
      case "day" -> now.minusDays(count);
      case "week" -> now.minusWeeks(count);
      case "month" -> now.minusMonths(count);
      default -> now.minusYears(count);
    };
  }
}
