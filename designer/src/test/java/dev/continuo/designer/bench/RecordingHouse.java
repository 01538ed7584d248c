package dev.continuo.designer.bench;

import dev.continuo.runtime.decision.DecisionConfiguration;
import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.testing.TestFolders;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as the product asks and records them, on a PostgreSQL of their own. */
final class RecordingHouse implements AutoCloseable {
  private static final String TABLE = "bench-discount";
  private static final int ASKERS = 8;
  private final Engines engines;
  private final ConfigurableApplicationContext app;
  private final Decisions decisions;

  RecordingHouse(Path folder, String table) {
    engines =
        Engines.start(
            EnginesSpec.none(TestFolders.open(folder))
                .with(EngineName.POSTGRES, new EnginePlace.Managed(0)));
    Runtime.getRuntime().addShutdownHook(new Thread(engines::close)); // when it is interrupted
    engines.awaitReady();
    var at = engines.addresses();
    app =
        new SpringApplicationBuilder(App.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=" + at.jdbcUrl(),
                "spring.datasource.username=" + at.dbUser(),
                "spring.datasource.password=" + at.dbPassword(),
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.flyway.out-of-order=true",
                "spring.main.banner-mode=off",
                "spring.main.log-startup-info=false",
                "logging.level.root=WARN")
            .run();
    var tables = app.getBean(DecisionTables.class);
    tables.create(TABLE, table, "bench");
    tables.release(TABLE, "bench", "");
    decisions = app.getBean(Decisions.class);
  }

  /** Not a component: the other benchmarks scan this package with the product's. */
  @AutoConfigurationPackage(basePackages = "dev.continuo.runtime.decision")
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @Import(DecisionConfiguration.class)
  static class App {
    /** What is asked here belongs to no run, so nothing is told. */
    @Bean
    Trace trace() {
      return new Trace() {
        @Override
        public void record(TraceEntry entry) {}

        @Override
        public List<TraceLine> of(long runKey) {
          return List.of();
        }
      };
    }
  }

  /** Answers a second, counted when the last of them is stored. */
  double rate(List<Map<String, Object>> questions, Duration time) {
    long stored = stored();
    long begin = System.nanoTime();
    try (var askers = Executors.newFixedThreadPool(ASKERS)) {
      var jobs =
          IntStream.range(0, ASKERS)
              .mapToObj(n -> askers.submit(() -> ask(questions, n, begin + time.toNanos())))
              .toList();
      for (var job : jobs) {
        job.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    decisions.latest(TABLE, 1); // waits until everything asked before is stored
    return (stored() - stored) / ((System.nanoTime() - begin) / 1e9);
  }

  private void ask(List<Map<String, Object>> questions, int from, long end) {
    for (int i = from; System.nanoTime() < end; i++) {
      decisions.evaluate(DecisionRequest.of(TABLE, questions.get(i % questions.size())));
    }
  }

  private long stored() {
    return app.getBean(JdbcClient.class)
        .sql("SELECT count(*) FROM decision_evaluation WHERE table_id = ?")
        .param(TABLE)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    app.close();
    engines.close();
  }
}
