package dev.continuo.designer.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database, where the API would need a request for every line. */
public final class Books {
  private final RunningContinuo continuo;

  public Books(RunningContinuo continuo) {
    this.continuo = continuo;
  }

  public long number(String query, Object... values) {
    return Long.parseLong(texts(query, values).getFirst());
  }

  /** The first column. */
  public List<String> texts(String query, Object... values) {
    var engines = continuo.engines();
    try (var connection =
            DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
        var prepared = connection.prepareStatement(query)) {
      set(connection, prepared, values);
      try (var rows = prepared.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void write(String statement, Object... values) {
    var engines = continuo.engines();
    try (var connection =
            DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
        var prepared = connection.prepareStatement(statement)) {
      set(connection, prepared, values);
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Connection connection, PreparedStatement prepared, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(
          i + 1,
          values[i] instanceof List<?> list
              ? connection.createArrayOf("text", list.toArray())
              : values[i]);
    }
  }
}
