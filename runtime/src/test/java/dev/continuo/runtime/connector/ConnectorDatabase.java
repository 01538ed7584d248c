package dev.continuo.runtime.connector;

import com.zaxxer.hikari.HikariDataSource;
import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.testing.TestEngines;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of its own for a test class. */
public final class ConnectorDatabase {
  private final DataSource source;

  private ConnectorDatabase(DataSource source) {
    this.source = source;
  }

  public static ConnectorDatabase fresh() {
    EngineAddresses at = TestEngines.shared().freshDatabase();
    DataSource source =
        new SimpleDriverDataSource(
            new org.postgresql.Driver(), at.jdbcUrl(), at.dbUser(), at.dbPassword());
    Flyway.configure().dataSource(source).load().migrate();
    return new ConnectorDatabase(source);
  }

  /**
   * The same database over a pool of one connection, which does not wait: who keeps it while asking
   * again fails at once.
   */
  public ConnectorDatabase overOneConnection() {
    HikariDataSource one = new HikariDataSource();
    one.setDataSource(source);
    one.setMaximumPoolSize(1);
    one.setConnectionTimeout(1_000);
    return new ConnectorDatabase(one);
  }

  public DataSource source() {
    return source;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  public PlatformTransactionManager transactionManager() {
    return new DataSourceTransactionManager(source);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(transactionManager());
  }
}
