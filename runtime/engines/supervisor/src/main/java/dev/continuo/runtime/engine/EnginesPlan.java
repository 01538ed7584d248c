package dev.continuo.runtime.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a specification comes to on this machine: ports picked, secrets read, engines ready to be
 * started.
 */
final class EnginesPlan {

  private final EnginesSpec spec;
  private final Ports ports;
  private final Map<EngineName, Supplier<Engine>> managed = new EnumMap<>(EngineName.class);

  private String jdbcUrl = "";
  private String dbUser = "";
  private String dbPassword = "";
  private String zeebeGrpc = "";
  private String zeebeRest = "";
  private String boltUri = "";
  private String neo4jUser = "";
  private String neo4jPassword = "";

  EnginesPlan(EnginesSpec spec) {
    this.spec = spec;
    this.ports = new Ports(spec.data());
    for (EngineName name : EngineName.values()) {
      EnginePlace place = spec.places().get(name);
      if (place != null) {
        plan(name, place);
      }
    }
    ports.save();
  }

  boolean manages(EngineName name) {
    return managed.containsKey(name);
  }

  /**
   * The engine, ready to be started.
   *
   * @throws EngineMissing when its files cannot be found
   */
  Engine engine(EngineName name) {
    return Objects.requireNonNull(managed.get(name), "not managed here").get();
  }

  EngineAddresses addresses() {
    return new EngineAddresses(
        jdbcUrl, dbUser, dbPassword, zeebeGrpc, zeebeRest, boltUri, neo4jUser, neo4jPassword);
  }

  private void plan(EngineName name, EnginePlace place) {
    switch (place) {
      case EnginePlace.Managed here -> {
        switch (name) {
          case POSTGRES -> postgres(here);
          case NEO4J -> neo4j(here);
          case ZEEBE -> zeebe(here);
        }
      }
      case EnginePlace.ExternalPostgres there -> {
        jdbcUrl = there.jdbcUrl();
        dbUser = there.user();
        dbPassword = there.password();
      }
      case EnginePlace.ExternalZeebe there -> {
        zeebeGrpc = there.grpc();
        zeebeRest = there.actuator();
      }
      case EnginePlace.ExternalNeo4j there -> {
        boltUri = there.boltUri();
        neo4jUser = there.user();
        neo4jPassword = there.password();
      }
    }
  }

  private void postgres(EnginePlace.Managed here) {
    int port = ports.port("postgres", here.port(), orphaned(EngineName.POSTGRES));
    managed.put(EngineName.POSTGRES, () -> new PostgresEngine(spec.data(), port));
    jdbcUrl = PostgresEngine.url(port);
    dbUser = PostgresEngine.USER;
    dbPassword = spec.data().secret("postgres");
  }

  private void neo4j(EnginePlace.Managed here) {
    int port = ports.port("neo4j", here.port(), orphaned(EngineName.NEO4J));
    managed.put(
        EngineName.NEO4J,
        () ->
            new Neo4jEngine(
                spec.data(), Distribution.find(EngineName.NEO4J, spec.neo4jHome()), port));
    boltUri = Neo4jEngine.uri(port);
    neo4jUser = Neo4jEngine.USER;
    neo4jPassword = spec.data().secret("neo4j");
  }

  private void zeebe(EnginePlace.Managed here) {
    boolean orphaned = orphaned(EngineName.ZEEBE);
    ZeebeEngine.PortSet set =
        new ZeebeEngine.PortSet(
            ports.port("zeebe", here.port(), orphaned),
            ports.port("zeebe-command", 0, orphaned),
            ports.port("zeebe-internal", 0, orphaned),
            ports.port("zeebe-rest", 0, orphaned),
            ports.port("zeebe-actuator", 0, orphaned));
    ZeebeEngine.Target target =
        spec.exporting() && !jdbcUrl.isEmpty()
            ? new ZeebeEngine.Target(jdbcUrl, dbUser, dbPassword)
            : null;
    managed.put(
        EngineName.ZEEBE,
        () ->
            new ZeebeEngine(
                spec.data(), Distribution.find(EngineName.ZEEBE, spec.zeebeHome()), set, target));
    zeebeGrpc = ZeebeEngine.address(set.gateway());
    zeebeRest = ZeebeEngine.address(set.actuator());
  }

  private boolean orphaned(EngineName name) {
    return StatusFile.of(spec.data().root(), name.id()).read().flatMap(OsProcess::of).isPresent();
  }
}
