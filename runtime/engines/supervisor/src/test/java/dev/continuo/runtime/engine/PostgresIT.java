package dev.continuo.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.engine.testing.TestEngines;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("apart")
class PostgresIT {

  private final EngineAddresses server = TestEngines.shared().postgres();

  @Test
  void givesTheApplicationItsOwnDatabaseWithoutSuperuserRights() throws SQLException {
    try (Connection connection = connect(server, server.dbPassword());
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select rolsuper, current_setting('fsync'), current_setting('password_encryption'), version()"
                        + " from pg_roles where rolname = current_user")) {
      row.next();
      assertThat(row.getBoolean(1)).isFalse();
      assertThat(row.getString(2)).isEqualTo("on");
      assertThat(row.getString(3)).isEqualTo("scram-sha-256");
      assertThat(row.getString(4)).startsWith("PostgreSQL 18.6");
    }
  }

  @Test
  void refusesALoginWithoutThePassword() {
    assertThatThrownBy(() -> connect(server, "guessed"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
  }

  @Test
  void makesADatabaseOfItsOwnForATestThatNeedsOne() throws SQLException {
    EngineAddresses fresh = TestEngines.shared().freshDatabase();

    assertThat(fresh.jdbcUrl()).isNotEqualTo(server.jdbcUrl());
    try (Connection connection = connect(fresh, fresh.dbPassword())) {
      connection.createStatement().execute("create table mine (id bigint)");
    }
  }

  private static Connection connect(EngineAddresses to, String password) throws SQLException {
    return DriverManager.getConnection(to.jdbcUrl(), to.dbUser(), password);
  }
}
