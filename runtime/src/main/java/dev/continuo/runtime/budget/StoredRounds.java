package dev.continuo.runtime.budget;

import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.budget.Caps.Cap;
import dev.continuo.runtime.budget.Reservation.Granted;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.budget.Settlement.Ending;
import dev.continuo.runtime.decision.guard.GuardEvents;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Rounds} in PostgreSQL: a row a round, and a row a scope with what is taken of it. */
final class StoredRounds implements Rounds {
  /**
   * Takes the same from all scopes that have room for it. Rows are locked in the order of their
   * names, so two reservations never wait for one another.
   */
  private static final String TAKE =
      """
      WITH asked AS (
        SELECT * FROM unnest(CAST(:scopes AS text[]), CAST(:caps AS bigint[])) AS a(scope, cap))
      INSERT INTO budget_taken AS t (scope, taken)
      SELECT scope, :micros FROM asked WHERE :micros <= cap ORDER BY scope
      ON CONFLICT (scope) DO UPDATE SET taken = t.taken + excluded.taken
        WHERE t.taken + excluded.taken <= (SELECT cap FROM asked a WHERE a.scope = excluded.scope)
      RETURNING scope
      """;

  private final JdbcClient jdbc;
  private final Caps caps;
  private final Plan plan;
  private final Loans loans;
  private final GuardEvents guards;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate alone;

  StoredRounds(
      JdbcClient jdbc,
      Caps caps,
      Plan plan,
      Loans loans,
      GuardEvents guards,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.caps = caps;
    this.plan = plan;
    this.loans = loans;
    this.guards = guards;
    this.events = events;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public Reservation reserve(Work work, ModelUsed model, long micros) {
    var now = plan.now();
    var counted = new TreeMap<String, Cap>();
    Optional<Refused> refused =
        micros == 0 ? Optional.empty() : counted(work, now.toLocalDate(), micros, counted);
    String key = UUID.randomUUID().toString();
    if (refused.isEmpty()) {
      refused = take(key, work, model, micros, counted, now.toInstant(), now.toLocalDate());
    }
    if (refused.isPresent()) {
      keepRefusal(key, work, model, refused.get(), now.toInstant(), now.toLocalDate());
      events.publishEvent(new SpendingRefused(work.runKey(), refused.get(), now.toLocalDate()));
      return refused.get();
    }
    return new Granted(key, micros);
  }

  /** Asks all caps; answers the one that a single call breaks by itself. */
  private Optional<Refused> counted(
      Work work, LocalDate day, long micros, TreeMap<String, Cap> counted) {
    long planned = plan.micros();
    var lent = lent(work, day);
    for (Scope scope : Scope.values()) {
      String row = scope.key(work, day);
      if (row == null && scope != Scope.CALL) {
        continue;
      }
      String answers = scope.answersKey(work, day);
      Cap cap =
          less(caps.of(scope, work, planned), told(scope, day))
              .with(answers, lent.getOrDefault(answers, Loans.Answered.NOT_YET));
      if (micros > cap.micros()) {
        return Optional.of(cap.refusing(micros));
      }
      if (row != null) {
        counted.put(row, cap);
      }
    }
    return Optional.empty();
  }

  private Map<String, Loans.Answered> lent(Work work, LocalDate day) {
    return loans.of(
        Arrays.stream(Scope.values()).map(scope -> scope.answersKey(work, day)).toList());
  }

  private long told(Scope scope, LocalDate day) {
    return switch (scope) {
      case MONTH -> plan.toldSince(day.withDayOfMonth(1));
      case DAY -> plan.toldSince(day);
      case CLIENT, RUN, CALL -> 0;
    };
  }

  private static Cap less(Cap cap, long told) {
    return new Cap(Math.max(0, cap.micros() - told), cap.atCap());
  }

  private Optional<Refused> take(
      String key,
      Work work,
      ModelUsed model,
      long micros,
      TreeMap<String, Cap> counted,
      Instant at,
      LocalDate day) {
    return Objects.requireNonNull(
        alone.execute(
            tx -> {
              List<String> taken =
                  jdbc.sql(TAKE)
                      .param("scopes", counted.keySet().toArray(String[]::new))
                      .param(
                          "caps", counted.values().stream().map(Cap::micros).toArray(Long[]::new))
                      .param("micros", micros)
                      .query(String.class)
                      .list();
              Optional<Refused> short_ =
                  counted.entrySet().stream()
                      .filter(one -> !taken.contains(one.getKey()))
                      .map(one -> one.getValue().refusing(micros))
                      .findFirst();
              if (short_.isPresent()) {
                tx.setRollbackOnly();
              } else {
                open(key, work, model, micros, counted.keySet().toArray(String[]::new), at, day);
              }
              return short_;
            }));
  }

  private void open(
      String key,
      Work work,
      ModelUsed model,
      long micros,
      String[] scopes,
      Instant at,
      LocalDate day) {
    var step = work.step();
    var row = new ArrayList<@Nullable Object>();
    row.addAll(Arrays.asList(key, Timestamp.from(at), day, work.lane().word(), work.task()));
    row.addAll(List.of(model.tier(), model.provider(), model.model()));
    row.addAll(
        Arrays.asList(
            work.runKey(),
            step == null ? null : step.flowId(),
            step == null ? null : step.elementId(),
            work.client()));
    row.addAll(List.of(micros, scopes));
    jdbc.sql(
            """
            INSERT INTO budget_round(key, at, day, lane, task, tier, provider, model,
              run_key, flow_id, element_id, client, reserved, scopes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(row)
        .update();
  }

  private void keepRefusal(
      String key, Work work, ModelUsed model, Refused refused, Instant at, LocalDate day) {
    alone.executeWithoutResult(
        tx -> {
          open(key, work, model, 0, new String[0], at, day);
          close(key, new Settlement(Ending.REFUSED, 0, 0, 0, refused.reason()), at);
        });
  }

  @Override
  public void settle(String key, Settlement settlement) {
    alone.executeWithoutResult(
        tx ->
            close(key, settlement, plan.now().toInstant())
                .ifPresent(
                    round -> {
                      give(round, settlement.micros());
                      tell(round, settlement);
                    }));
  }

  /** A round as it was closed. */
  record Closed(
      String key,
      Instant at,
      @Nullable Long runKey,
      @Nullable String elementId,
      String task,
      String model,
      long reserved,
      List<String> scopes) {}

  private Optional<Closed> close(String key, Settlement how, Instant at) {
    return jdbc.sql(
            """
            UPDATE budget_round SET settled_at = :at, ending = :ending, tokens_in = :in,
              tokens_out = :out, spent = :micros, detail = :detail
            WHERE key = :key AND settled_at IS NULL
            RETURNING *
            """)
        .param("at", Timestamp.from(at))
        .param("ending", how.ending().name())
        .param("in", how.tokensIn())
        .param("out", how.tokensOut())
        .param("micros", how.micros())
        .param("detail", how.detail())
        .param("key", key)
        .query(
            (row, n) ->
                new Closed(
                    key,
                    row.getTimestamp("at").toInstant(),
                    row.getObject("run_key", Long.class),
                    row.getString("element_id"),
                    row.getString("task"),
                    row.getString("model"),
                    row.getLong("reserved"),
                    List.of((String[]) row.getArray("scopes").getArray())))
        .optional();
  }

  /** Gives back what was not used. */
  private void give(Closed round, long spent) {
    if (round.reserved() == spent || round.scopes().isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            WITH locked AS (
              SELECT scope FROM budget_taken WHERE scope = ANY(:scopes) ORDER BY scope FOR UPDATE)
            UPDATE budget_taken t SET taken = t.taken + :change FROM locked l
            WHERE t.scope = l.scope
            """)
        .param("scopes", round.scopes().toArray(String[]::new))
        .param("change", spent - round.reserved())
        .update();
  }

  private void tell(Closed round, Settlement how) {
    if (how.micros() > 0) {
      guards.tell(
          List.of(
              new GuardEvent(
                  Plan.OWN + round.key(),
                  Plan.SPENT,
                  "",
                  plan.now().toInstant(),
                  round.runKey(),
                  round.model() + ", " + round.task(),
                  how.micros() / 1e6)));
    }
    events.publishEvent(
        new RoundSettled(
            round.key(), round.runKey(), round.elementId(), round.task(), round.model(), how));
  }

  /** Rounds of before that nobody settled: charged as dear as they could have become. */
  int settleLost(Instant before) {
    List<String> lost =
        jdbc.sql("SELECT key FROM budget_round WHERE settled_at IS NULL AND at < ?")
            .param(Timestamp.from(before))
            .query(String.class)
            .list();
    lost.forEach(
        key ->
            settle(
                key,
                new Settlement(
                    Ending.LOST,
                    0,
                    0,
                    reserved(key),
                    "Continuo was stopped during it; the most it could cost is counted.")));
    return lost.size();
  }

  private long reserved(String key) {
    return jdbc.sql("SELECT reserved FROM budget_round WHERE key = ?")
        .param(key)
        .query(Long.class)
        .single();
  }
}
