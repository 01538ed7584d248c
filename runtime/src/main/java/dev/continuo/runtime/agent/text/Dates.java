package dev.continuo.runtime.agent.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that an English text names, counted from the day the text was received.
 *
 * <p>A day without a year lies between 60 days before and ten months after that day; a deadline
 * never lies before it. Day comes before month in 04/05 unless the text itself writes months first
 * or counts in dollars; such a reading is marked unsure.
 */
final class Dates {

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String WEEKDAY =
      "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
  private static final String NUMBER =
      "(a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3})";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,?\\s+(?:of\\s+)?((?:19|20)\\d\\d))?";

  private static final Pattern DEADLINE =
      Pattern.compile(
          "\\b(?:before|by|until|till|no later than|not later than|latest|due(?: on)?|deadline(?: is| of|:)?)"
              + "\\s+(?:the\\s+)?(?:end of\\s+)?$");
  private static final Pattern AFTER =
      Pattern.compile(
          "\\b(?:after|from|since|starting(?: on| in)?|as of|not before)\\s+(?:the\\s+)?$");

  private final String text;
  private final LocalDate received;
  private final boolean monthFirst;
  private final List<FoundDate> found = new ArrayList<>();

  private Dates(String text, LocalDate received) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.received = received;
    this.monthFirst =
        Pattern.compile("\\b\\d{1,2}/(?:1[3-9]|2\\d|3[01])/\\d{2,4}\\b|\\$\\s?\\d|\\busd\\b")
            .matcher(this.text)
            .find();
  }

  static List<FoundDate> in(String text, LocalDate received) {
    return new Dates(text, received).read(text);
  }

  private List<FoundDate> read(String original) {
    iso();
    dayAndMonth();
    monthAndDay();
    numeric();
    monthParts();
    relative();
    weekdays();
    return found.stream()
        .map(
            f ->
                new FoundDate(
                    f.date(),
                    f.until(),
                    f.relation(),
                    f.unsure(),
                    original.substring(f.start(), f.end()),
                    f.start(),
                    f.end()))
        .sorted(Comparator.comparingInt(FoundDate::start))
        .toList();
  }

  private void iso() {
    each(
        "\\b((?:19|20)\\d\\d)-(\\d{1,2})-(\\d{1,2})\\b",
        m -> add(m, number(m, 1), number(m, 2), number(m, 3), false));
  }

  private void dayAndMonth() {
    each(
        "\\b" + DAY + "(?:\\s*[-–]\\s*" + DAY + ")?\\s+(?:of\\s+)?" + MONTH + YEAR,
        m -> {
          int month = month(m.group(3));
          LocalDate first = day(m, m.group(4), month, number(m, 1));
          LocalDate last = m.group(2) == null ? null : day(m, m.group(4), month, number(m, 2));
          add(m, first, last, false);
        });
  }

  private void monthAndDay() {
    each(
        "\\b"
            + MONTH
            + "\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d|\\s?(?:am|pm|%|k\\b))"
            + YEAR,
        m -> add(m, day(m, m.group(3), month(m.group(1)), number(m, 2)), null, false));
  }

  private void numeric() {
    each(
        "(?<![\\d.,/])(\\d{1,2})([./])(\\d{1,2})\\2((?:19|20)?\\d\\d)?(?![\\d/])",
        m -> {
          int one = number(m, 1);
          int two = number(m, 3);
          boolean slash = m.group(2).equals("/");
          if (m.group(4) == null && slash) {
            return;
          }
          boolean swap = two > 12 || (slash && monthFirst && one <= 12);
          int month = swap ? one : two;
          int dayOfMonth = swap ? two : one;
          boolean unsure = slash && one <= 12 && two <= 12 && one != two;
          String year = m.group(4);
          if (year != null && year.length() == 2) {
            year = "20" + year;
          }
          add(m, day(m, year, month, dayOfMonth), null, unsure);
        });
    each(
        "\\b(?:on|by|before|until|till|after|from)\\s+(\\d{1,2})/(\\d{1,2})(?![\\d/])",
        m -> {
          int one = number(m, 1);
          int two = number(m, 2);
          boolean swap = two > 12 || (monthFirst && one <= 12);
          LocalDate day = day(m, null, swap ? one : two, swap ? two : one);
          add(m.start(1), m.end(), day, null, one <= 12 && two <= 12 && one != two);
        });
  }

  private void monthParts() {
    each(
        "\\b(?:(?:the\\s+)?(end|beginning|start|middle|mid|early|late|first half|second half)(?:\\s+of|-|\\s)\\s*)"
            + MONTH
            + YEAR,
        m -> addMonth(m, m.group(1), yearMonth(m.group(3), month(m.group(2)))));
    each(
        "\\b(?:in|during|for|by|before|until|till|from|since|after|this|next)\\s+" + MONTH + YEAR,
        m -> {
          String word = m.group(1);
          if (!word.equals("may") || m.group(2) != null || !text.startsWith("may i", m.start(1))) {
            YearMonth month = yearMonth(m.group(2), month(word));
            add(m.start(1), m.end(), month.atDay(1), month.atEndOfMonth(), false);
          }
        });
    each(
        "\\b(?:the\\s+)?(end|beginning|start|middle|mid)(?:\\s+of|-)\\s+(?:the\\s+|this\\s+)?(next\\s+)?(month|year|week)\\b",
        m -> {
          boolean next = m.group(2) != null;
          switch (m.group(3)) {
            case "month" ->
                addMonth(m, m.group(1), YearMonth.from(received).plusMonths(next ? 1 : 0));
            case "week" -> {
              LocalDate monday = monday().plusWeeks(next ? 1 : 0);
              boolean end = m.group(1).equals("end");
              add(m, monday.plusDays(end ? 4 : 0), end ? null : monday.plusDays(1), false);
            }
            default -> {
              YearMonth december = YearMonth.of(received.getYear() + (next ? 1 : 0), 12);
              addMonth(m, m.group(1), m.group(1).equals("end") ? december : december.withMonth(1));
            }
          }
        });
    each(
        "\\b(?:q([1-4])|(first|second|third|fourth) quarter)(?:\\s+(?:of\\s+)?((?:19|20)\\d\\d))?\\b",
        m -> {
          int quarter =
              m.group(1) != null
                  ? number(m, 1)
                  : List.of("first", "second", "third", "fourth").indexOf(m.group(2)) + 1;
          YearMonth first = yearMonth(m.group(3), quarter * 3 - 2);
          if (m.group(3) == null && first.plusMonths(3).atDay(1).isBefore(received)) {
            first = first.plusYears(1);
          }
          add(m, first.atDay(1), first.plusMonths(2).atEndOfMonth(), false);
        });
  }

  private void relative() {
    each(
        "\\b(today|tonight|tomorrow|the day after tomorrow|yesterday)\\b",
        m -> {
          int days =
              switch (m.group(1)) {
                case "tomorrow" -> 1;
                case "the day after tomorrow" -> 2;
                case "yesterday" -> -1;
                default -> 0;
              };
          add(m, received.plusDays(days), null, false);
        });
    each(
        "\\b(?:in|within)\\s+(?:the next\\s+|about\\s+)?"
            + NUMBER
            + "\\s+(day|week|month)s?(?:'s)?(?:\\s+time)?\\b",
        m -> add(m, shifted(amount(m.group(1)), m.group(2)), null, false));
    each(
        "\\b" + NUMBER + "\\s+(day|week|month)s?\\s+(ago|from now)\\b",
        m ->
            add(
                m,
                shifted((m.group(3).equals("ago") ? -1 : 1) * amount(m.group(1)), m.group(2)),
                null,
                false));
    each(
        "\\b(this|next|coming|last)\\s+(week|month)\\b",
        m -> {
          int shift = m.group(1).equals("this") ? 0 : m.group(1).equals("last") ? -1 : 1;
          if (m.group(2).equals("week")) {
            LocalDate monday = monday().plusWeeks(shift);
            add(m, monday, monday.plusDays(6), false);
          } else {
            YearMonth month = YearMonth.from(received).plusMonths(shift);
            add(m, month.atDay(1), month.atEndOfMonth(), false);
          }
        });
  }

  private void weekdays() {
    each(
        "\\b(?:(this|next|last|coming)\\s+)?" + WEEKDAY + "(?:\\s+(next week|this week))?\\b",
        m -> {
          DayOfWeek day = DayOfWeek.valueOf(m.group(2).toUpperCase(Locale.ROOT));
          String which = m.group(3) != null ? m.group(3) : m.group(1);
          LocalDate date =
              switch (which) {
                case "next", "next week" ->
                    monday().plusWeeks(1).with(TemporalAdjusters.nextOrSame(day));
                case "this week" -> monday().with(TemporalAdjusters.nextOrSame(day));
                case "last" -> received.with(TemporalAdjusters.previous(day));
                case null, default -> received.with(TemporalAdjusters.next(day));
              };
          add(m, date, null, false);
        });
  }

  private interface Reader {
    void read(Matcher match);
  }

  private void each(String pattern, Reader reader) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      try {
        reader.read(matcher);
      } catch (DateTimeException impossible) {
        // 31.02. and the like: looks like a date, is none
        continue;
      }
    }
  }

  private void add(Matcher m, int year, int month, int day, boolean unsure) {
    add(m, LocalDate.of(year, month, day), null, unsure);
  }

  private void add(Matcher m, LocalDate date, @Nullable LocalDate until, boolean unsure) {
    add(m.start(), m.end(), date, until, unsure);
  }

  private void add(int start, int end, LocalDate date, @Nullable LocalDate until, boolean unsure) {
    while (end > start && " .,\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    Span span = Span.of(text, start, end);
    if (found.stream().noneMatch(f -> span.overlaps(new Span("", f.start(), f.end())))) {
      found.add(new FoundDate(date, until, relation(start), unsure, span.quote(), start, end));
    }
  }

  private void addMonth(Matcher m, String part, YearMonth month) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    switch (part) {
      case "end", "late" -> add(m, last.minusDays(7), last, false);
      case "middle", "mid" -> add(m, first.plusDays(9), first.plusDays(19), false);
      case "first half" -> add(m, first, first.plusDays(14), false);
      case "second half" -> add(m, first.plusDays(15), last, false);
      default -> add(m, first, first.plusDays(9), false);
    }
  }

  private String relation(int start) {
    String before = text.substring(Math.max(0, start - 30), start).replace('\n', ' ');
    if (DEADLINE.matcher(before).find()) {
      return "before";
    }
    return AFTER.matcher(before).find() ? "after" : "on";
  }

  private LocalDate day(Matcher m, @Nullable String year, int month, int day) {
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), month, day);
    }
    LocalDate earliest = relation(m.start()).equals("before") ? received : received.minusDays(60);
    for (int ahead = -1; ; ahead++) {
      int y = received.getYear() + ahead;
      if (YearMonth.of(y, month).isValidDay(day)) {
        LocalDate candidate = LocalDate.of(y, month, day);
        if (!candidate.isBefore(earliest)) {
          return candidate;
        }
      } else if (ahead > 4) {
        throw new DateTimeException("no such day");
      }
    }
  }

  private YearMonth yearMonth(@Nullable String year, int month) {
    if (year != null) {
      return YearMonth.of(Integer.parseInt(year), month);
    }
    YearMonth thisYear = YearMonth.of(received.getYear(), month);
    return thisYear.isBefore(YearMonth.from(received).minusMonths(2))
        ? thisYear.plusYears(1)
        : thisYear;
  }

  private LocalDate shifted(int count, String unit) {
    return switch (unit) {
      case "day" -> received.plusDays(count);
      case "week" -> received.plusWeeks(count);
      default -> received.plusMonths(count);
    };
  }

  private LocalDate monday() {
    return received.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static int amount(String word) {
    int known =
        List.of(
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                "ten")
            .indexOf(word);
    return switch (word) {
      case "a", "an" -> 1;
      case "twelve" -> 12;
      default -> known >= 0 ? known : Integer.parseInt(word);
    };
  }

  private static int month(String word) {
    return List.of(
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
            .indexOf(word.substring(0, 3))
        + 1;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
