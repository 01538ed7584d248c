package dev.continuo.runtime.journal;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.continuo.runtime.engine.EngineAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The journal's beans on a database, as the app wires them; can be killed and started again. */
final class JournalHouse implements AutoCloseable {
  static final Map<String, String> NAMES =
      new HashMap<>(
          Map.of(
              "lead-intake", "Lead intake",
              "read", "Read the mail",
              "answer", "Answer the lead",
              "many", "Each attachment",
              "done", "Answered"));

  private final EngineAddresses database;
  private final Path data;
  private final HikariDataSource pool = new HikariDataSource();
  private final AnnotationConfigApplicationContext context;

  JournalHouse(EngineAddresses database, Path data, JournalListener... listeners) {
    this.database = database;
    this.data = data;
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.dbUser());
    pool.setPassword(database.dbPassword());
    pool.setMaximumPoolSize(4);
    Flyway.configure().dataSource(pool).target("1").load().migrate();
    context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("continuo.data", data.toString())));
    context.registerBean(DataSource.class, () -> pool);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
    context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
    context.registerBean(OwnerZone.class, () -> () -> ZoneId.of("Europe/Vienna"));
    context.registerBean(
        ElementNames.class, () -> (process, element) -> Optional.ofNullable(NAMES.get(element)));
    for (int i = 0; i < listeners.length; i++) {
      JournalListener listener = listeners[i];
      context.registerBean("listener" + i, JournalListener.class, () -> listener);
    }
    context.register(JournalConfiguration.class);
    context.refresh();
    context.start();
  }

  EngineAddresses addresses() {
    return database;
  }

  JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  PlatformTransactionManager transactions() {
    return context.getBean(PlatformTransactionManager.class);
  }

  Journal journal() {
    return context.getBean(Journal.class);
  }

  Runs runs() {
    return context.getBean(Runs.class);
  }

  Trace trace() {
    return context.getBean(Trace.class);
  }

  void awaitCaughtUp() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                journal().caughtUp()
                    && jdbc()
                        .sql("SELECT NOT EXISTS (SELECT 1 FROM run_trace WHERE NOT logged)")
                        .query(Boolean.class)
                        .single());
  }

  List<String> log(String day) throws IOException {
    return Files.readAllLines(data.resolve("log").resolve(day + ".md"));
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
