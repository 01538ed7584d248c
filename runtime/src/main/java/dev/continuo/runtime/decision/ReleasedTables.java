package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Tables;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The released tables ready to be asked. Which version is the newest is looked up at most once in
 * half a second for each table, and at once after a release of this app: that is how soon a release
 * of another copy of the app answers here. What was compiled stays.
 */
final class ReleasedTables {
  private static final int MOST_KEPT = 500;
  private final JdbcClient jdbc;
  private final Tables tables;
  private static final long KNOWN_NANOS = 500_000_000;
  private final Map<String, CompiledTable> compiled = new ConcurrentHashMap<>();
  private final Map<String, Named> versions = new ConcurrentHashMap<>();
  private final Map<String, Newest> newest = new ConcurrentHashMap<>();

  ReleasedTables(JdbcClient jdbc, Tables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  record Released(int version, CompiledTable table) {}

  private record Named(int version, String contentHash) {}

  private record Newest(Named named, long nanos) {}

  /** Something was released or retired: the next question looks again. */
  void forget(String tableId) {
    newest.remove(tableId);
  }

  Released find(String tableId, @Nullable Integer version) {
    var named = version == null ? newest(tableId) : fixed(tableId, version);
    var kept = compiled.get(named.contentHash());
    return new Released(named.version(), kept == null ? compile(tableId, named) : kept);
  }

  /** A version never changes. */
  private Named fixed(String tableId, int version) {
    var key = tableId + "/" + version;
    var known = versions.get(key);
    if (known == null) {
      known = named(tableId, version);
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        versions.put(key, known);
      }
    }
    return known;
  }

  private Named newest(String tableId) {
    var known = newest.get(tableId);
    long now = System.nanoTime();
    if (known != null && now - known.nanos() < KNOWN_NANOS) {
      return known.named();
    }
    var named = named(tableId, null);
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      newest.put(tableId, new Newest(named, now)); // what a transaction sees may be rolled back
    }
    return named;
  }

  private Named named(String tableId, @Nullable Integer version) {
    return jdbc.sql(
            """
                SELECT version, content_hash FROM decision_table_version
                WHERE table_id = :table AND
                  (version = :version OR :version::integer IS NULL AND retired_at IS NULL)
                ORDER BY version DESC LIMIT 1
                """)
        .param("table", tableId)
        .param("version", version, java.sql.Types.INTEGER)
        .query(Named.class)
        .optional()
        .orElseThrow(() -> absent(tableId));
  }

  private CompiledTable compile(String tableId, Named named) {
    var xml =
        jdbc.sql("SELECT xml FROM decision_table_version WHERE table_id = ? AND version = ?")
            .params(tableId, named.version())
            .query(String.class)
            .single();
    return switch (tables.compile(xml)) {
      case Refused refused ->
          throw new DecisionFailed(tableId, named.version(), refused.findings());
      case Compiled ready -> {
        if (compiled.size() >= MOST_KEPT) {
          compiled.clear();
        }
        compiled.put(named.contentHash(), ready.table());
        yield ready.table();
      }
    };
  }

  private RuntimeException absent(String tableId) {
    boolean exists =
        jdbc.sql("SELECT count(*) FROM decision_table WHERE id = ?")
                .param(tableId)
                .query(Integer.class)
                .single()
            > 0;
    return exists ? new TableNotReleased(tableId) : new TableNotFound(tableId);
  }
}
