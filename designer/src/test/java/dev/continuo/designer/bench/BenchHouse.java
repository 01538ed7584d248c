package dev.continuo.designer.bench;

import dev.continuo.designer.Continuo;
import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.testing.TestFolders;
import dev.continuo.runtime.flow.FlowReadiness;
import dev.continuo.runtime.journal.Journal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application on engines of its own, as {@code ./continuo} starts it, with what a
 * benchmark adds.
 */
final class BenchHouse implements AutoCloseable {
  private final DataFolder data;
  private final Engines engines;
  private final ConfigurableApplicationContext application;

  /**
   * @param additions beans by name, beside those of the product
   */
  BenchHouse(Path folder, Map<String, Object> additions) {
    data = TestFolders.open(folder);
    engines = Engines.start(EnginesSpec.managed(data));
    Runtime.getRuntime().addShutdownHook(new Thread(engines::close)); // when it is interrupted
    engines.awaitReady();
    var spring = new SpringApplication(Continuo.class);
    spring.setRegisterShutdownHook(false);
    spring.setLogStartupInfo(false);
    spring.setDefaultProperties(properties(engines.addresses()));
    spring.addInitializers(
        context -> {
          var beans = context.getBeanFactory();
          beans.registerSingleton("dataFolder", data);
          beans.registerSingleton("engines", engines);
          additions.forEach(beans::registerSingleton);
        });
    application = spring.run();
    await("the flows to be in step", () -> bean(FlowReadiness.class).ready());
  }

  private Map<String, Object> properties(EngineAddresses at) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("continuo.data", data.root().toString());
    found.put("server.port", 0);
    found.put("logging.threshold.console", "OFF");
    found.put("logging.file.name", data.path("logs").resolve("continuo.log").toString());
    found.put("spring.datasource.url", at.jdbcUrl());
    found.put("spring.datasource.username", at.dbUser());
    found.put("spring.datasource.password", at.dbPassword());
    found.put("continuo.zeebe.grpc-address", at.zeebeGrpc());
    found.put("continuo.zeebe.rest-address", at.zeebeRest());
    found.put("spring.neo4j.uri", at.boltUri());
    found.put("spring.neo4j.authentication.username", at.neo4jUser());
    found.put("spring.neo4j.authentication.password", at.neo4jPassword());
    return found;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  Path outbox() {
    return data.path("outbox");
  }

  List<String> versions() {
    return engines.statuses().stream()
        .map(status -> status.name() + " " + status.version())
        .toList();
  }

  List<Long> pids() {
    return engines.statuses().stream().map(ProcessStatus::pid).toList();
  }

  /** Until the read model has everything that the exporter stored. */
  void awaitJournal() {
    var journal = bean(Journal.class);
    LockSupport.parkNanos(100_000_000); // the exporter stores at the latest 50 ms after a record
    await("the journal to catch up", journal::caughtUp);
  }

  static void await(String what, BooleanSupplier condition) {
    long limit = System.nanoTime() + 180_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("Waited three minutes for " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    application.close();
    engines.close();
    data.close();
  }
}
