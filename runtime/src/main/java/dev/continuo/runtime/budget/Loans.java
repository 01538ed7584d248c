package dev.continuo.runtime.budget;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the owner answered where a cap asked: money lent beyond it for as long as the cap counts, or
 * none. Joins the caller's transaction.
 */
public final class Loans {
  private final JdbcClient jdbc;

  Loans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The answers of one cap.
   *
   * @param micros lent in all
   * @param answers how many there were
   * @param declined whether the last one lent nothing
   */
  record Answered(long micros, int answers, boolean declined) {
    static final Answered NOT_YET = new Answered(0, 0, false);
  }

  /**
   * Lends money, or says that none is lent.
   *
   * @param counted what the cap is counted over, as {@link Reservation.Refused#counted()} says
   * @param micros 0 for none
   */
  public void answer(String counted, long micros, String who) {
    jdbc.sql("INSERT INTO budget_loan(counted, micros, who) VALUES (?, ?, ?)")
        .params(counted, micros, who)
        .update();
  }

  Map<String, Answered> of(Collection<String> counted) {
    if (counted.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            SELECT counted, sum(micros) AS micros, count(*) AS answers,
              (array_agg(micros ORDER BY id DESC))[1] = 0 AS declined
            FROM budget_loan WHERE counted IN (:counted) GROUP BY counted
            """)
        .param("counted", counted)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("counted"),
                    new Answered(
                        row.getLong("micros"), row.getInt("answers"), row.getBoolean("declined"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Answered of(String counted) {
    return of(List.of(counted)).getOrDefault(counted, Answered.NOT_YET);
  }
}
