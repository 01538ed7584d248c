package dev.continuo.runtime.agent;

import dev.continuo.runtime.setting.WorkSettings;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** How dates, times and names are written in mails. */
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("xxx", Locale.ENGLISH);

  private Wording() {}

  /** "- Tuesday, 24 November, 09:00 to 09:30 (Central European Time, UTC+01:00)". */
  static String slots(List<Draft.Slot> slots, WorkSettings work) {
    return String.join("\n", slots.stream().map(slot -> "- " + slot(slot, work)).toList());
  }

  private static String slot(Draft.Slot slot, WorkSettings work) {
    ZonedDateTime start = slot.start().atZone(work.zone());
    String zone = work.zone().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return "%s, %s to %s (%s, UTC%s)"
        .formatted(
            DAY.format(start),
            TIME.format(start),
            TIME.format(slot.end().atZone(work.zone())),
            zone,
            OFFSET.format(start));
  }

  static String day(Instant at, WorkSettings work) {
    return DAY.format(at.atZone(work.zone()));
  }

  /** The name to greet by: the first word of a full name, the whole of anything else. */
  static String firstName(String name) {
    String clean = name.strip();
    if (clean.contains(",")) {
      clean = clean.substring(clean.indexOf(',') + 1).strip();
    }
    int space = clean.indexOf(' ');
    return space > 0 ? clean.substring(0, space) : clean;
  }

  static String reply(String subject) {
    String clean = subject.isBlank() ? "your message" : subject.strip();
    return clean.toLowerCase(Locale.ROOT).startsWith("re:") ? clean : "Re: " + clean;
  }
}
