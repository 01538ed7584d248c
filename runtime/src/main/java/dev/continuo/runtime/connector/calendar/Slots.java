package dev.continuo.runtime.connector.calendar;

import dev.continuo.runtime.setting.WorkSettings;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reserves free times. Busy is what the calendar files say plus what is reserved or held here.
 *
 * <p>Contract: two callers never get overlapping slots, whatever the order (reservations are made
 * one after the other, and the table refuses an overlap besides). The same key gets the same slots
 * until it is released. A reservation that did not become a hold lapses when its time has come, or
 * after 14 days. Joins the caller's transaction.
 */
public final class Slots {
  private static final int DAYS_AHEAD = 60;
  private static final Duration OFFER_LASTS = Duration.ofDays(14);
  private static final long LOCK = 0x636f6e74_736c6f74L;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final CalendarFolder calendars;
  private final InstantSource clock;

  Slots(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      CalendarFolder calendars,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Reserves the earliest free slots within working hours, on different days where it can.
   *
   * @param key under which the same slots are given again
   * @param count how many
   * @param work working hours, days, zone and the slot's length
   * @param earliest no slot begins before it
   * @return in order; fewer than {@code count}, down to none, where 60 days hold no more
   */
  public List<Slot> reserve(String key, int count, WorkSettings work, Instant earliest) {
    return Objects.requireNonNull(
        transactions.execute(
            tx -> {
              lock();
              List<Slot> before = ofKey(key);
              return before.isEmpty() ? reserveNew(key, count, work, earliest) : before;
            }));
  }

  /** Gives reservations back that did not become holds. Releasing nothing is fine. */
  public void release(String key) {
    release(List.of(key));
  }

  /** The same for many keys at once. */
  public void release(Collection<String> keys) {
    jdbc.sql(
            """
            update calendar_hold set state = 'RELEASED'
            where hold_key = any (?) and state = 'RESERVED'""")
        .param(keys.toArray(String[]::new))
        .update();
  }

  /** What could not be read of the calendar files for the coming weeks, one sentence each. */
  public List<String> problems(ZoneId zone) {
    Instant now = clock.instant();
    return calendars.busy(now, now.plus(Duration.ofDays(DAYS_AHEAD)), zone).problems();
  }

  private List<Slot> reserveNew(String key, int count, WorkSettings work, Instant earliest) {
    Instant horizon = earliest.plus(Duration.ofDays(DAYS_AHEAD + 2));
    freeWhatTheOwnerTookOut();
    freeWhatLapsed();
    List<BusyTime> busy = new ArrayList<>(calendars.busy(earliest, horizon, work.zone()).times());
    busy.addAll(taken(earliest, horizon));
    return new FreeTimes(work, busy)
        .find(earliest, DAYS_AHEAD, count).stream().map(free -> insert(key, free)).toList();
  }

  private Slot insert(String key, FreeTimes.Free free) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into calendar_hold (hold_id, hold_key, starts_at, ends_at, state)
            values (?, ?, ?, ?, 'RESERVED')""")
        .params(id, key, Timestamp.from(free.start()), Timestamp.from(free.end()))
        .update();
    return new Slot(free.start(), free.end(), id.toString());
  }

  private void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, n) -> 0).single();
  }

  private List<Slot> ofKey(String key) {
    return jdbc.sql(
            """
            select starts_at, ends_at, hold_id from calendar_hold
            where hold_key = ? and state <> 'RELEASED' order by starts_at""")
        .param(key)
        .query(
            (row, n) ->
                new Slot(
                    row.getTimestamp(1).toInstant(),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3)))
        .list();
  }

  private List<BusyTime> taken(Instant from, Instant to) {
    return jdbc.sql(
            """
            select starts_at, ends_at from calendar_hold
            where state <> 'RELEASED' and starts_at < ? and ends_at > ?""")
        .params(Timestamp.from(to), Timestamp.from(from))
        .query(
            (row, n) ->
                new BusyTime(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .list();
  }

  private void freeWhatLapsed() {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update calendar_hold set state = 'RELEASED'
            where state = 'RESERVED' and (starts_at <= ? or made_at < ?)""")
        .params(Timestamp.from(now), Timestamp.from(now.minus(OFFER_LASTS)))
        .update();
  }

  private record Held(UUID id, String file) {}

  /** A hold whose file the owner deleted no longer takes time. */
  private void freeWhatTheOwnerTookOut() {
    List<Held> holds =
        jdbc.sql(
                """
                select hold_id, file from calendar_hold
                where state = 'HELD' and file is not null and ends_at > ?""")
            .param(Timestamp.from(clock.instant()))
            .query((row, n) -> new Held(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    for (Held held : holds) {
      if (!Files.exists(calendars.file(held.file()))) {
        jdbc.sql("update calendar_hold set state = 'RELEASED' where hold_id = ?")
            .param(held.id())
            .update();
      }
    }
  }
}
