package dev.continuo.designer.spine;

import dev.continuo.designer.testing.RunningContinuo;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Holds rows of a table, so that the product stops where it wants to change them. */
final class HeldRows implements AutoCloseable {
  private final String waiting;
  private final Connection holding;
  private final Connection looking;

  private HeldRows(RunningContinuo continuo, String table, String rows, Object... values)
      throws SQLException {
    waiting =
        " FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%" + table + "%'";
    holding = connect(continuo);
    looking = connect(continuo);
    holding.setAutoCommit(false);
    try (var lock = holding.prepareStatement(rows)) {
      for (int i = 0; i < values.length; i++) {
        lock.setObject(i + 1, values[i]);
      }
      lock.execute();
    }
  }

  /**
   * A sending stops at its first step: after the approval is written, before anything is claimed.
   */
  static HeldRows intentsOf(RunningContinuo continuo, long run) throws SQLException {
    return new HeldRows(
        continuo,
        "effect_intent",
        "SELECT 1 FROM effect_intent JOIN effect USING (effect_key) WHERE run_key = ?"
            + " FOR UPDATE OF effect_intent",
        run);
  }

  /** The exporter goes on storing, and nothing of it reaches the read model or those who listen. */
  static HeldRows journal(RunningContinuo continuo) throws SQLException {
    return new HeldRows(
        continuo, "journal_projected", "SELECT 1 FROM journal_projected FOR UPDATE");
  }

  boolean someoneWaits() throws SQLException {
    try (var ask = looking.createStatement();
        var rows = ask.executeQuery("SELECT count(*)" + waiting)) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }

  /** Ends what the killed product had left waiting, then lets the rows go. */
  void letGo() throws SQLException {
    try (var end = looking.createStatement()) {
      end.execute("SELECT pg_terminate_backend(pid)" + waiting);
    }
    holding.rollback();
  }

  @Override
  public void close() throws SQLException {
    holding.close();
    looking.close();
  }

  private static Connection connect(RunningContinuo continuo) throws SQLException {
    var engines = continuo.engines();
    return DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
  }
}
