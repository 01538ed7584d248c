package dev.continuo.runtime.decision;

import dev.continuo.runtime.decision.backtest.BacktestConfiguration;
import dev.continuo.runtime.decision.guard.GuardConfiguration;
import dev.continuo.runtime.decision.kept.KeptTestConfiguration;
import dev.continuo.runtime.engine.testing.TestEngines;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceLine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Decisions on a PostgreSQL database of their own, with a trace that keeps what it is told. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  DecisionConfiguration.class,
  KeptTestConfiguration.class,
  BacktestConfiguration.class,
  GuardConfiguration.class
})
public class DecisionTestApp {

  /** Starts on a database; a second start on the same one is a restart. */
  public static ConfigurableApplicationContext start(
      dev.continuo.runtime.engine.EngineAddresses database, String... properties) {
    return new SpringApplicationBuilder(DecisionTestApp.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.datasource.url=" + database.jdbcUrl(),
            "spring.datasource.username=" + database.dbUser(),
            "spring.datasource.password=" + database.dbPassword(),
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "logging.level.root=WARN")
        .properties(properties)
        .run();
  }

  public static dev.continuo.runtime.engine.EngineAddresses freshDatabase() {
    return TestEngines.shared().freshDatabase();
  }

  @Bean
  public RememberedTrace trace() {
    return new RememberedTrace();
  }

  /** A trace in memory; keeps one entry per key, as the real one does. */
  public static final class RememberedTrace implements Trace {
    public final List<TraceEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(TraceEntry entry) {
      if (entries.stream().noneMatch(known -> known.key().equals(entry.key()))) {
        entries.add(entry);
      }
    }

    @Override
    public List<TraceLine> of(long runKey) {
      return List.of();
    }
  }
}
