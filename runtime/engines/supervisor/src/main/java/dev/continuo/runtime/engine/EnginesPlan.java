package dev.continuo.runtime.engine;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a specification comes to on this machine: ports picked, secrets read, engines ready to be
 * started.
 */
final class EnginesPlan {

  private final EnginesSpec spec;
  private final Ports ports;
  private final Map<EngineName, Engine> managed = new EnumMap<>(EngineName.class);

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

  Map<EngineName, Engine> managed() {
    return managed;
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
          case NEO4J, ZEEBE -> {}
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
    managed.put(EngineName.POSTGRES, new PostgresEngine(spec.data(), port));
    jdbcUrl = PostgresEngine.url(port);
    dbUser = PostgresEngine.USER;
    dbPassword = spec.data().secret("postgres");
  }

  private boolean orphaned(EngineName name) {
    return StatusFile.of(spec.data().root(), name.id()).read().flatMap(OsProcess::of).isPresent();
  }
}
