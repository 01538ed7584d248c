package dev.continuo.runtime.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes through every text of the database, whoever's table it is, and blackens what is left of a
 * client: a table that is added later is reached without anybody thinking of it. Names of tables
 * and columns come from the database's own catalogue and are quoted by it.
 */
final class Sweep {
  /** What is made by the operator and holds no client, and what has been looked at row by row. */
  private static final Set<String> LEFT =
      Set.of(
          "erasure",
          "flyway_schema_history",
          "setting",
          "flow",
          "flow_version",
          "decision_table",
          "decision_table_version");

  private final JdbcClient jdbc;

  Sweep(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A column with its names as the database quotes them. */
  private record Column(String table, String quotedTable, String quotedColumn, String type) {}

  /** In how many rows something was left and is blackened now. */
  int blacken(Collection<String> needles, Progress.Part part) {
    int rows = 0;
    int looked = 0;
    var columns = columns();
    for (var column : columns) {
      part.done(looked++, columns.size());
      for (var needle : needles) {
        rows += blacken(column, needle);
      }
    }
    return rows;
  }

  private List<Column> columns() {
    return jdbc
        .sql(
            """
            select c.table_name, quote_ident(c.table_name) t, quote_ident(c.column_name) c,
                   c.data_type
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'json', 'jsonb')
              and c.is_generated = 'NEVER'
              and not exists (
                select 1 from information_schema.key_column_usage k
                where k.table_schema = c.table_schema and k.table_name = c.table_name
                  and k.column_name = c.column_name)
            order by 1, 3""")
        .query(
            (row, n) ->
                new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list()
        .stream()
        .filter(column -> !LEFT.contains(column.table()))
        .toList();
  }

  private int blacken(Column column, String needle) {
    boolean json = column.type().startsWith("json");
    var type = json ? "::" + column.type() : "";
    var text = column.quotedColumn() + "::text";
    var inJson = json ? needle.replace("\\", "\\\\").replace("\"", "\\\"") : needle;
    return jdbc.sql(
            "update %s set %s = replace(%s, :needle, :black)%s where position(:needle in %s) > 0"
                .formatted(column.quotedTable(), column.quotedColumn(), text, type, text))
        .param("needle", inJson)
        .param("black", "█".repeat(Math.min(8, needle.length())))
        .update();
  }
}
