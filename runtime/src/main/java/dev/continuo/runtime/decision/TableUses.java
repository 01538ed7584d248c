package dev.continuo.runtime.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts hits of rows beside the answers, each answer once. */
final class TableUses implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TableUses.class);
  private static final String NAME = "row-hits";

  private final JdbcClient jdbc;
  private final ReleasedTables released;
  private final TransactionTemplate transactions;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  TableUses(JdbcClient jdbc, ReleasedTables released, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.released = released;
    this.transactions = transactions;
  }

  private record Hit(String ruleId, long hits, Instant last) {}

  TableUse of(String tableId) {
    var hits = new HashMap<String, Hit>();
    jdbc.sql("SELECT rule_id, hits, last_at FROM decision_row_hit WHERE table_id = ?")
        .param(tableId)
        .query(
            (row, n) ->
                new Hit(
                    row.getString("rule_id"),
                    row.getLong("hits"),
                    row.getTimestamp("last_at").toInstant()))
        .list()
        .forEach(hit -> hits.put(hit.ruleId(), hit));
    var rows = rows(tableId, hits);
    return jdbc.sql("SELECT * FROM decision_table_use WHERE table_id = ?")
        .param(tableId)
        .query(
            (row, n) ->
                new TableUse(
                    tableId,
                    row.getLong("evaluations"),
                    row.getTimestamp("first_at").toInstant(),
                    row.getTimestamp("last_at").toInstant(),
                    rows))
        .optional()
        .orElseGet(() -> new TableUse(tableId, 0, null, null, rows));
  }

  private List<TableUse.Row> rows(String tableId, Map<String, Hit> hits) {
    var rows = new ArrayList<TableUse.Row>();
    for (var shape : newest(tableId)) {
      for (var row : shape.rows()) {
        @Nullable Hit hit = hits.get(key(row.ruleId(), row.decision(), row.number()));
        rows.add(
            new TableUse.Row(
                row.decision(),
                row.number(),
                row.ruleId(),
                row.words(),
                hit == null ? 0 : hit.hits(),
                hit == null ? null : hit.last()));
      }
    }
    return rows;
  }

  private List<dev.continuo.rules.table.DecisionShape> newest(String tableId) {
    try {
      return released.find(tableId, null).table().decisions();
    } catch (TableNotReleased none) {
      return List.of();
    }
  }

  private static String key(String ruleId, String decision, int number) {
    return ruleId.isEmpty() ? "#%s/%d".formatted(decision, number) : ruleId;
  }

  /** Counts one batch; true where there may be more. */
  boolean step() {
    return Boolean.TRUE.equals(
        transactions.execute(
            tx -> {
              var mark = Follower.lock(jdbc, NAME);
              return mark.isPresent() && count(mark.get());
            }));
  }

  private boolean count(Follower.Mark from) {
    var to = from.ahead(jdbc, 5_000);
    if (to.isEmpty()) {
      return false;
    }
    jdbc.sql(
            """
            INSERT INTO decision_row_hit AS r (table_id, rule_id, row_number, version, hits, last_at)
            SELECT e.table_id,
                   coalesce(nullif(h->>'ruleId', ''), '#' || (h->>'decision') || '/' || (h->>'number')),
                   max((h->>'number')::integer), max(e.version), count(*), max(e.at)
            FROM decision_evaluation e, json_array_elements(e.hits) h
            WHERE (e.tx, e.id) > (:tx::xid8, :id) AND (e.tx, e.id) <= (:totx::xid8, :toid)
            GROUP BY 1, 2
            ON CONFLICT (table_id, rule_id) DO UPDATE SET hits = r.hits + excluded.hits,
              row_number = excluded.row_number, version = greatest(r.version, excluded.version),
              last_at = greatest(r.last_at, excluded.last_at)
            """)
        .params(from.until(to.get()))
        .update();
    jdbc.sql(
            """
            INSERT INTO decision_table_use AS u (table_id, evaluations, first_at, last_at)
            SELECT table_id, count(*), min(at), max(at) FROM decision_evaluation e
            WHERE (e.tx, e.id) > (:tx::xid8, :id) AND (e.tx, e.id) <= (:totx::xid8, :toid)
            GROUP BY 1
            ON CONFLICT (table_id) DO UPDATE SET evaluations = u.evaluations + excluded.evaluations,
              first_at = least(u.first_at, excluded.first_at),
              last_at = greatest(u.last_at, excluded.last_at)
            """)
        .params(from.until(to.get()))
        .update();
    to.get().save(jdbc);
    return true;
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("row-hits").factory());
    running = true;
    clock.execute(() -> Follower.open(jdbc, NAME));
    clock.scheduleWithFixedDelay(this::tick, 500, 1_000, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      while (running && step()) {
        // more
      }
    } catch (RuntimeException trouble) {
      if (running) {
        log.warn("Hits are counted later: {}", trouble.toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
