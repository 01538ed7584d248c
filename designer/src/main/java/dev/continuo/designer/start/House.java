package dev.continuo.designer.start;

import dev.continuo.designer.people.People;
import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.EngineListener;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessState;
import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.StatusFile;
import dev.continuo.runtime.flow.FlowReadiness;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * One running house: its data folder, its engines, the application on top. Starts bottom up, with
 * the application as soon as PostgreSQL answers, and stops top down.
 */
final class House implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(House.class);
  private static final String VERSION = "0.1.0";
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(3);

  private final DataFolder data;
  private final StatusFile status;
  private final int port;
  private @Nullable Engines engines;
  private @Nullable ConfigurableApplicationContext application;
  private boolean closed;

  House(DataFolder data, int port) {
    this.data = data;
    this.port = port;
    this.status = StatusFile.of(data.root(), "app");
  }

  void open(Class<?> main, String[] arguments, Environment given, EngineListener progress) {
    say(ProcessState.STARTING);
    Engines started = Engines.start(spec(given, progress));
    engines = started;
    started.awaitReady(EngineName.POSTGRES);
    ConfigurableApplicationContext running = start(main, arguments, started);
    application = running;
    started.awaitReady();
    awaitFlows(running.getBean(FlowReadiness.class));
    say(ProcessState.RUNNING);
  }

  /** Who is told that Continuo is ready may start a flow at once. */
  private static void awaitFlows(FlowReadiness flows) {
    try {
      if (!flows.await(MOST_PATIENCE)) {
        log.warn("The flows are not yet in step with the engine; starts are refused until then");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  boolean hasOwner() {
    ConfigurableApplicationContext running = application;
    return running != null && running.getBean(People.class).hasOwner();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (application != null) {
      application.close();
    }
    if (engines != null) {
      engines.close();
    }
    status.write(ProcessStatus.stopped("app", VERSION));
    data.close();
  }

  /** An engine whose address is given is used as it is; the others are started. */
  private EnginesSpec spec(Environment given, EngineListener progress) {
    return EnginesSpec.none(data)
        .withListener(progress)
        .with(EngineName.POSTGRES, postgres(given))
        .with(EngineName.NEO4J, neo4j(given))
        .with(EngineName.ZEEBE, zeebe(given));
  }

  private static EnginePlace postgres(Environment given) {
    String url = given.getProperty("spring.datasource.url", "");
    return url.isEmpty()
        ? new EnginePlace.Managed(port(given, "postgres"))
        : new EnginePlace.ExternalPostgres(
            url,
            given.getProperty("spring.datasource.username", ""),
            given.getProperty("spring.datasource.password", ""));
  }

  private static EnginePlace neo4j(Environment given) {
    String uri = given.getProperty("spring.neo4j.uri", "");
    return uri.isEmpty()
        ? new EnginePlace.Managed(port(given, "neo4j"))
        : new EnginePlace.ExternalNeo4j(
            uri,
            given.getProperty("spring.neo4j.authentication.username", "neo4j"),
            given.getProperty("spring.neo4j.authentication.password", ""));
  }

  private static EnginePlace zeebe(Environment given) {
    String address = given.getProperty("continuo.zeebe.grpc-address", "");
    return address.isEmpty()
        ? new EnginePlace.Managed(port(given, "zeebe"))
        : new EnginePlace.ExternalZeebe(
            address, given.getProperty("continuo.zeebe.rest-address", ""));
  }

  /** {@code continuo.engines.NAME.port}, or 0 for a free one. */
  private static int port(Environment given, String engine) {
    return given.getProperty("continuo.engines." + engine + ".port", Integer.class, 0);
  }

  private ConfigurableApplicationContext start(Class<?> main, String[] arguments, Engines started) {
    SpringApplication spring = new SpringApplication(main);
    spring.setRegisterShutdownHook(false);
    spring.setLogStartupInfo(false);
    spring.setDefaultProperties(properties(started.addresses()));
    spring.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("dataFolder", data);
          context.getBeanFactory().registerSingleton("engines", started);
        });
    return spring.run(arguments);
  }

  /** Defaults: what was given by option, environment or file stays. */
  private Map<String, Object> properties(EngineAddresses at) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("continuo.data", data.root().toString());
    found.put("server.port", port);
    found.put("server.servlet.session.cookie.name", "continuo-" + port);
    found.put("logging.threshold.console", "OFF");
    found.put("logging.file.name", data.path("logs").resolve("continuo.log").toString());
    put(found, "spring.datasource.url", at.jdbcUrl());
    put(found, "spring.datasource.username", at.dbUser());
    put(found, "spring.datasource.password", at.dbPassword());
    put(found, "continuo.zeebe.grpc-address", at.zeebeGrpc());
    put(found, "continuo.zeebe.rest-address", at.zeebeRest());
    put(found, "spring.neo4j.uri", at.boltUri());
    put(found, "spring.neo4j.authentication.username", at.neo4jUser());
    put(found, "spring.neo4j.authentication.password", at.neo4jPassword());
    return found;
  }

  private static void put(Map<String, Object> found, String name, String value) {
    if (!value.isEmpty()) {
      found.put(name, value);
    }
  }

  private void say(ProcessState state) {
    status.write(ProcessStatus.ofThisProcess("app", state, VERSION, port));
  }
}
