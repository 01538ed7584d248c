package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Tables;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The released tables ready to be asked. Which version is the newest is looked up for each
 * question, so that a release answers at once on every copy of the app; what was compiled stays.
 */
final class ReleasedTables {
  private static final int MOST_KEPT = 500;
  private final JdbcClient jdbc;
  private final Tables tables;
  private final Map<String, CompiledTable> compiled = new ConcurrentHashMap<>();

  ReleasedTables(JdbcClient jdbc, Tables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  record Released(int version, CompiledTable table) {}

  private record Named(int version, String contentHash) {}

  Released find(String tableId, @Nullable Integer version) {
    var named =
        jdbc.sql(
                """
                SELECT version, content_hash FROM decision_table_version
                WHERE table_id = :table AND (:version::integer IS NULL OR version = :version)
                ORDER BY version DESC LIMIT 1
                """)
            .param("table", tableId)
            .param("version", version, java.sql.Types.INTEGER)
            .query(Named.class)
            .optional()
            .orElseThrow(() -> absent(tableId));
    var kept = compiled.get(named.contentHash());
    return new Released(named.version(), kept == null ? compile(tableId, named) : kept);
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
