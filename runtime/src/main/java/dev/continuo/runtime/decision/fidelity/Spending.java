package dev.continuo.runtime.decision.fidelity;

import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * What was spent this month, as a share of the plan. Spent is what was told as {@code money-spent};
 * the plan is the number that the guard over spending watches.
 */
final class Spending {
  private static final String GUARD = "spend-above-plan";
  private static final String PLAN = "plan";

  /** A month that has hardly begun tells little about its end. */
  private static final double LEAST_DAYS = 3;

  private final GuardEvents events;
  private final HouseGuards guards;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;

  Spending(GuardEvents events, HouseGuards guards, Supplier<ZoneId> zone, InstantSource clock) {
    this.events = events;
    this.guards = guards;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Shares of the plan.
   *
   * @param share spent so far
   * @param forecast spent at the end of the month, should it go on as it began
   */
  record Spent(double share, double forecast) {}

  Spent now() {
    var now = clock.instant().atZone(zone.get());
    var begin = now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    double plan = guards.guard(GUARD).parameters().getOrDefault(PLAN, Long.MAX_VALUE);
    double share = events.total("money-spent", begin.toInstant()) / plan;
    return new Spent(share, share * days(begin, begin.plusMonths(1)) / passed(begin, now));
  }

  private static double passed(ZonedDateTime begin, ZonedDateTime now) {
    return Math.max(LEAST_DAYS, days(begin, now));
  }

  private static double days(ZonedDateTime from, ZonedDateTime to) {
    return Duration.between(from, to).toSeconds() / 86_400.0;
  }
}
