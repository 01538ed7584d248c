package dev.continuo.designer.spine;

import dev.continuo.designer.testing.RunningContinuo;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Holds the rows of a run's intents, so that a sending stops at its very first step: after the
 * approval is written and before anything is claimed.
 */
final class HeldIntents implements AutoCloseable {
  private static final String WAITING =
      "FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%effect_intent%'";
  private final Connection holding;
  private final Connection looking;

  HeldIntents(RunningContinuo continuo) throws SQLException {
    holding = connect(continuo);
    holding.setAutoCommit(false);
    looking = connect(continuo);
  }

  void hold(long run) throws SQLException {
    try (var lock =
        holding.prepareStatement(
            "SELECT 1 FROM effect_intent JOIN effect USING (effect_key) WHERE run_key = ?"
                + " FOR UPDATE OF effect_intent")) {
      lock.setLong(1, run);
      lock.execute();
    }
  }

  boolean someoneWaits() throws SQLException {
    try (var ask = looking.createStatement();
        var rows = ask.executeQuery("SELECT count(*) " + WAITING)) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }

  /** Ends what the killed application had left waiting, then lets the rows go. */
  void letGo() throws SQLException {
    try (var end = looking.createStatement()) {
      end.execute("SELECT pg_terminate_backend(pid) " + WAITING);
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
