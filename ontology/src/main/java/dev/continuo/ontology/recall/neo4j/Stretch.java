package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.recall.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** One day, week or quarter that is rolled up, where a day ends by the house's clock. */
record Stretch(Period period, LocalDate start, ZoneId zone) {

  /** The one that a moment is in. */
  static Stretch of(Period period, Instant moment, ZoneId zone) {
    return new Stretch(period, period.start(LocalDate.ofInstant(moment, zone)), zone);
  }

  static String word(Period period) {
    return period.name().toLowerCase(Locale.ROOT);
  }

  String word() {
    return word(period);
  }

  String name() {
    return period.name(start);
  }

  OffsetDateTime from() {
    return first(start);
  }

  /** The first moment that is not in it any more. */
  OffsetDateTime to() {
    return first(next());
  }

  LocalDate next() {
    return period.next(start);
  }

  String key(String entityId) {
    return word() + ":" + name() + ":" + entityId;
  }

  private OffsetDateTime first(LocalDate day) {
    return Store.time(day.atStartOfDay(zone).toInstant());
  }
}
