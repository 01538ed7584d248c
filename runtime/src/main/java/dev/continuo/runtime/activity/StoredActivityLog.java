package dev.continuo.runtime.activity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link ActivityLog} in PostgreSQL. */
final class StoredActivityLog implements ActivityLog {
  private static final String RUN = " FROM memory_activity WHERE run_key = ? ";
  private static final String CLIENT = " FROM memory_activity WHERE entities @> ARRAY[?]::text[] ";

  private final JdbcClient jdbc;
  private final int keptDays;

  StoredActivityLog(JdbcClient jdbc, int keptDays) {
    this.jdbc = jdbc;
    this.keptDays = keptDays;
  }

  @Override
  public List<Activity> ofRun(long runKey, int most) {
    return list(RUN + "ORDER BY at, id LIMIT ?", runKey, most);
  }

  @Override
  public List<Activity> ofClient(String entityId, int most) {
    return list(CLIENT + "ORDER BY at DESC, id DESC LIMIT ?", entityId, most);
  }

  private List<Activity> list(String what, Object whose, int most) {
    return jdbc.sql("SELECT *" + what)
        .params(whose, most)
        .query(
            (row, n) ->
                new Activity(
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("written"),
                    row.getString("name"),
                    row.getObject("run_key", Long.class),
                    row.getString("element_id"),
                    row.getLong("micros"),
                    row.getInt("row_count"),
                    texts(row.getArray("indexes")),
                    row.getBoolean("cache_hit"),
                    row.getInt("stale_dropped"),
                    row.getInt("tokens"),
                    row.getLong("cost_micros"),
                    row.getString("failure")))
        .list();
  }

  @Override
  public ActivitySums sumOfRun(long runKey) {
    return sums(RUN, runKey);
  }

  @Override
  public ActivitySums sumOfClient(String entityId) {
    return sums(CLIENT, entityId);
  }

  private ActivitySums sums(String what, Object whose) {
    return jdbc.sql(
            "WITH those AS (SELECT *"
                + what
                + """
                )
                SELECT count(*) FILTER (WHERE NOT written) AS reads,
                  count(*) FILTER (WHERE written) AS writes,
                  coalesce(sum(micros), 0) AS micros, coalesce(sum(row_count), 0) AS row_count,
                  coalesce(sum(tokens), 0) AS tokens, count(*) FILTER (WHERE cache_hit) AS hits,
                  coalesce(sum(stale_dropped), 0) AS stale,
                  coalesce(sum(cost_micros), 0) AS cost,
                  count(failure) AS failures,
                  ARRAY(SELECT DISTINCT unnest(indexes) FROM those ORDER BY 1) AS indexes
                FROM those
                """)
        .param(whose)
        .query((row, n) -> sums(row))
        .single();
  }

  private static ActivitySums sums(ResultSet row) throws SQLException {
    return new ActivitySums(
        row.getInt("reads"),
        row.getInt("writes"),
        row.getLong("micros"),
        row.getLong("row_count"),
        row.getLong("tokens"),
        row.getInt("hits"),
        row.getLong("stale"),
        row.getLong("cost"),
        row.getInt("failures"),
        texts(row.getArray("indexes")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  @Override
  public int keptDays() {
    return keptDays;
  }
}
