package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.EngineAddresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Databases of their own for tests, on the shared server. */
final class FreshDatabases {

  private FreshDatabases() {}

  static EngineAddresses create(EngineAddresses server) {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    String base = server.jdbcUrl().substring(0, server.jdbcUrl().lastIndexOf('/') + 1);
    String password = System.getProperty(TestProperties.ADMIN_PASSWORD, "");
    try (Connection admin = DriverManager.getConnection(base + "postgres", "postgres", password);
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + name + " owner " + server.dbUser());
    } catch (SQLException e) {
      throw new IllegalStateException("No database for a test: " + e.getMessage(), e);
    }
    return new EngineAddresses(
        base + name,
        server.dbUser(),
        server.dbPassword(),
        server.zeebeGrpc(),
        server.zeebeRest(),
        server.boltUri(),
        server.neo4jUser(),
        server.neo4jPassword());
  }
}
