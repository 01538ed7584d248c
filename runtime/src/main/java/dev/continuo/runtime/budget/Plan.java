package dev.continuo.runtime.budget;

import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The plan of a month and how much of it is gone. The plan is the number that the guard over
 * spending watches, so that there is one. Gone is what rounds took, open ones at their most, and
 * what other programs told as {@code money-spent}.
 */
final class Plan {
  /** Ids of events that this house tells of its own rounds. */
  static final String OWN = "round-";

  static final String SPENT = "money-spent";
  private static final String GUARD = "spend-above-plan";
  private static final String PLAN = "plan";

  /** A month that has hardly begun tells little about its end. */
  private static final double LEAST_DAYS = 3;

  private final JdbcClient jdbc;
  private final GuardEvents events;
  private final HouseGuards guards;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;

  Plan(
      JdbcClient jdbc,
      GuardEvents events,
      HouseGuards guards,
      Supplier<ZoneId> zone,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.guards = guards;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Shares of the plan.
   *
   * @param share gone so far
   * @param forecast gone at the end of the month, should it go on as it began
   */
  record Spent(double share, double forecast) {}

  long micros() {
    return euros() * 1_000_000;
  }

  private long euros() {
    return guards.guard(GUARD).parameters().getOrDefault(PLAN, 0L);
  }

  void set(long euros, String who) {
    var guard = guards.guard(GUARD);
    var numbers = new LinkedHashMap<>(guard.parameters());
    numbers.put(PLAN, euros);
    guards.set(GUARD, guard.watching(), numbers, who);
  }

  ZoneId zone() {
    return zone.get();
  }

  ZonedDateTime now() {
    return clock.instant().atZone(zone.get());
  }

  /** What other programs told since that day began. */
  long toldSince(LocalDate day) {
    return Math.round(1e6 * events.total(SPENT, day.atStartOfDay(zone.get()).toInstant(), OWN));
  }

  Spent spent() {
    var now = now();
    var begin = now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    double gone = taken(Scope.MONTH, now.toLocalDate()) + toldSince(begin.toLocalDate());
    double planned = micros() + lent(now.toLocalDate());
    double share = planned == 0 ? Double.MAX_VALUE : gone / planned;
    return new Spent(share, share * days(begin, begin.plusMonths(1)) / passed(begin, now));
  }

  /** What the owner lent to the month counts as planned. */
  private long lent(LocalDate day) {
    return new Loans(jdbc).of(Scope.MONTH.word() + ":" + YearMonth.from(day)).micros();
  }

  private long taken(Scope scope, LocalDate day) {
    return jdbc.sql("SELECT taken FROM budget_taken WHERE scope = ?")
        .param(scope.word() + ":" + YearMonth.from(day))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Days of the month that are over, at least a few. */
  static double passed(ZonedDateTime begin, ZonedDateTime now) {
    return Math.max(LEAST_DAYS, days(begin, now));
  }

  static double days(ZonedDateTime from, ZonedDateTime to) {
    return Duration.between(from, to).toSeconds() / 86_400.0;
  }
}
