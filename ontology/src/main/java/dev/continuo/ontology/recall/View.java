package dev.continuo.ontology.recall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The point of view of an answer.
 *
 * @param valid what is asked to hold then
 * @param recorded by what was recorded then
 */
record View(Mode mode, Instant valid, Instant recorded, ZoneId zone) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  static View of(Reading reading, Instant now, ZoneId zone) {
    Instant at = reading.at() == null ? now : reading.at();
    return switch (reading.mode()) {
      case CURRENT -> new View(Mode.CURRENT, now, now, zone);
      case VALID_AT -> new View(Mode.VALID_AT, at, now, zone);
      case BELIEVED_AT -> new View(Mode.BELIEVED_AT, at, at, zone);
    };
  }

  boolean holds(FactRow row) {
    return row.holds(valid, recorded);
  }

  /** A source that came later was not known yet. */
  boolean knew(PassageRow passage) {
    return mode != Mode.BELIEVED_AT || !passage.recordedAt().isAfter(recorded);
  }

  String words() {
    String day = DAY.format(valid.atZone(zone));
    return switch (mode) {
      case CURRENT -> "now (" + day + ")";
      case VALID_AT -> "as it was on " + day + ", by what is known now";
      case BELIEVED_AT -> "as it was believed on " + day;
    };
  }
}
