package dev.continuo.runtime.budget;

import dev.continuo.runtime.budget.Bill.Day;
import dev.continuo.runtime.budget.Bill.Forecast;
import dev.continuo.runtime.budget.Bill.Part;
import dev.continuo.runtime.budget.Bill.Standing;
import dev.continuo.runtime.budget.Settlement.Ending;
import dev.continuo.runtime.flow.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Bills} out of the rounds in PostgreSQL. */
final class StoredBills implements Bills {
  private static final String MONTH = " FROM budget_round WHERE day >= :from AND day < :to ";
  private final JdbcClient jdbc;
  private final Plan plan;
  private final TableFidelities fidelities;

  StoredBills(JdbcClient jdbc, Plan plan, TableFidelities fidelities) {
    this.jdbc = jdbc;
    this.plan = plan;
    this.fidelities = fidelities;
  }

  /** Sums of a month. */
  private record Sums(long spent, long reserved, int rounds, int refused) {}

  @Override
  public YearMonth thisMonth() {
    return YearMonth.from(plan.now());
  }

  @Override
  public Bill of(YearMonth month) {
    Sums sums =
        asked(
                month,
                """
                SELECT coalesce(sum(spent), 0) AS spent,
                  coalesce(sum(reserved) FILTER (WHERE spent IS NULL), 0) AS reserved,
                  count(*) FILTER (WHERE ending IS DISTINCT FROM 'REFUSED') AS rounds,
                  count(*) FILTER (WHERE ending = 'REFUSED') AS refused
                """
                    + MONTH)
            .query(Sums.class)
            .single();
    long told = plan.toldSince(month.atDay(1)) - plan.toldSince(month.plusMonths(1).atDay(1));
    List<Day> days =
        asked(
                month,
                "SELECT day, coalesce(sum(spent), 0) AS micros"
                    + MONTH
                    + "GROUP BY day ORDER BY day")
            .query(Day.class)
            .list();
    return new Bill(
        month,
        plan.micros(),
        sums.spent(),
        sums.reserved(),
        told,
        sums.rounds(),
        sums.refused(),
        month.equals(thisMonth()) ? forecast(sums.spent() + sums.reserved() + told, days) : null,
        parts(month, "client"),
        parts(month, "flow_id"),
        parts(month, "tier"),
        parts(month, "model"),
        days);
  }

  /** The band is what a random walk of days that differ as much would leave open. */
  private @Nullable Forecast forecast(long gone, List<Day> days) {
    if (gone == 0) {
      return null;
    }
    var now = plan.now();
    var begin = now.toLocalDate().withDayOfMonth(1).atStartOfDay(plan.zone());
    double all = Plan.days(begin, begin.plusMonths(1));
    double passed = Plan.passed(begin, now);
    double mean = gone / passed;
    double squares =
        days.stream().mapToDouble(day -> Math.pow(day.micros() - mean, 2)).sum()
            + Math.max(0, passed - days.size()) * mean * mean;
    double left = Math.max(0, all - passed);
    double band = Math.sqrt(squares / passed * left);
    long middle = Math.round(gone + mean * left);
    return new Forecast(
        Math.max(gone, Math.round(middle - band)), middle, Math.round(middle + band));
  }

  private List<Part> parts(YearMonth month, String column) {
    return asked(
            month,
            "SELECT coalesce("
                + column
                + ", '') AS key, coalesce(sum(spent), 0) AS micros, count(*) AS rounds,"
                + " coalesce(sum(tokens_in), 0) AS tokens_in,"
                + " coalesce(sum(tokens_out), 0) AS tokens_out"
                + MONTH
                + "AND ending IS DISTINCT FROM 'REFUSED' GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1")
        .query(Part.class)
        .list();
  }

  private JdbcClient.StatementSpec asked(YearMonth month, String sql) {
    return jdbc.sql(sql).param("from", month.atDay(1)).param("to", month.plusMonths(1).atDay(1));
  }

  @Override
  public List<Standing> standing() {
    return List.of(
        standing("Answers on the page Ask", Lane.CRITICAL, "research"),
        standing("Roll-ups by night", Lane.BACKGROUND, "roll-up"));
  }

  private Standing standing(String words, Lane lane, String task) {
    return new Standing(
        words,
        fidelities.preview(lane, task, plan.spent()),
        fidelities.preview(lane, task, new Plan.Spent(0, 0)));
  }

  @Override
  public List<Round> rounds(RoundFilter filter, int most) {
    LocalDate from = filter.month() == null ? null : filter.month().atDay(1);
    return jdbc.sql(
            """
            SELECT * FROM budget_round
            WHERE (:from::date IS NULL OR (day >= :from AND day < :from::date + interval '1 month'))
              AND (:run::bigint IS NULL OR run_key = :run)
              AND (:client::text IS NULL OR coalesce(client, '') = :client)
              AND (:flow::text IS NULL OR coalesce(flow_id, '') = :flow)
              AND (:tier::text IS NULL OR tier = :tier)
              AND (:model::text IS NULL OR model = :model)
            ORDER BY at DESC LIMIT :most
            """)
        .param("from", from, Types.DATE)
        .param("run", filter.runKey(), Types.BIGINT)
        .param("client", filter.client(), Types.VARCHAR)
        .param("flow", filter.flow(), Types.VARCHAR)
        .param("tier", filter.tier(), Types.VARCHAR)
        .param("model", filter.model(), Types.VARCHAR)
        .param("most", most)
        .query((row, n) -> round(row))
        .list();
  }

  private static Round round(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    return new Round(
        row.getString("key"),
        row.getTimestamp("at").toInstant(),
        row.getString("lane"),
        row.getString("task"),
        row.getString("tier"),
        row.getString("provider"),
        row.getString("model"),
        row.getObject("run_key", Long.class),
        row.getString("flow_id"),
        row.getString("element_id"),
        row.getString("client"),
        row.getLong("reserved"),
        row.getObject("spent", Long.class),
        row.getInt("tokens_in"),
        row.getInt("tokens_out"),
        ending == null ? null : Ending.valueOf(ending),
        Objects.requireNonNullElse(row.getString("detail"), ""));
  }

  @Override
  public void plan(long euros, String who) {
    plan.set(euros, who);
  }
}
