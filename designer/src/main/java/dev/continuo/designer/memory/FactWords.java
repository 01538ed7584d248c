package dev.continuo.designer.memory;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts in the owner's words. */
public final class FactWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

  private FactWords() {}

  public static String value(FactValue value, ZoneId zone) {
    return switch (value) {
      case FactValue.Moment moment -> MOMENT.format(moment.instant().atZone(zone));
      case FactValue.Date date -> DAY.format(date.date());
      case FactValue.Text text -> text.words();
      case FactValue.Number number -> number.words();
      case FactValue.Money money -> money.currency() + " " + money.amount().toPlainString();
      case FactValue.Flag flag -> flag.words();
      case FactValue.Ref ref -> ref.words();
    };
  }

  /** "since 3 Nov 2026", or "3 Nov to 5 Dec 2026" where it ended. */
  public static String validity(Fact fact, ZoneId zone) {
    Instant to = fact.validTo();
    return to == null
        ? "since " + day(fact.validFrom(), zone)
        : day(fact.validFrom(), zone) + " to " + day(to, zone);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String day(Instant moment, ZoneId zone) {
    return DAY.format(moment.atZone(zone));
  }

  public static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }

  public static String rank(SourceRank rank) {
    return switch (rank) {
      case EXTRACTED -> "Read out of the text";
      case MAIL -> "Said in a mail";
      case HUMAN_APPROVAL -> "Accepted by a person";
      case SIGNED_CONTRACT -> "In a signed contract";
    };
  }

  /** "1 fact", "1,200 facts". */
  public static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : "%,d %ss".formatted(number, thing);
  }

  /** Whether it is still believed; the reason it is struck through where it is not. */
  public static @Nullable String fallen(Fact fact, ZoneId zone) {
    Instant until = fact.recordedTo();
    return until == null ? null : "believed until " + moment(until, zone);
  }
}
