package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.Child;
import dev.continuo.runtime.engine.child.ChildMissing;
import dev.continuo.runtime.engine.child.JavaEngine;
import dev.continuo.runtime.engine.neo4j.Neo4jChild;
import dev.continuo.runtime.engine.postgres.PostgresChild;
import dev.continuo.runtime.engine.zeebe.ZeebeChild;
import java.nio.file.Path;
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
  private final Map<EngineName, Supplier<Child>> managed = new EnumMap<>(EngineName.class);

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
  Child child(EngineName name) {
    try {
      return Objects.requireNonNull(managed.get(name), "not managed here").get();
    } catch (ChildMissing missing) {
      throw new EngineMissing(name, String.valueOf(missing.getMessage()), missing.fix());
    }
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
    DataFolder data = spec.data();
    int port = ports.port("postgres", here.port(), orphaned(EngineName.POSTGRES));
    jdbcUrl = PostgresChild.url(port);
    dbUser = PostgresChild.USER;
    dbPassword = data.secret("postgres");
    managed.put(
        EngineName.POSTGRES,
        () ->
            new PostgresChild(
                data.path("postgres"),
                data.path("logs"),
                unpacked(),
                port,
                data.secretWithFile("postgres-admin"),
                data.secretWithFile("postgres")));
  }

  /** In the data folder, unless several of them share one copy. */
  private Path unpacked() {
    String shared = System.getProperty("continuo.home.engines.postgres", "");
    return shared.isEmpty() ? spec.data().path("engines") : Path.of(shared).toAbsolutePath();
  }

  private void neo4j(EnginePlace.Managed here) {
    DataFolder data = spec.data();
    int port = ports.port("neo4j", here.port(), orphaned(EngineName.NEO4J));
    boltUri = Neo4jChild.uri(port);
    neo4jUser = Neo4jChild.USER;
    neo4jPassword = data.secret("neo4j");
    managed.put(
        EngineName.NEO4J,
        () ->
            new Neo4jChild(
                data.path("neo4j"),
                data.path("logs"),
                JavaEngine.find("neo4j", spec.neo4jHome()),
                port,
                data.secretWithFile("neo4j")));
  }

  private void zeebe(EnginePlace.Managed here) {
    DataFolder data = spec.data();
    ZeebeChild.PortSet set = zeebePorts(here);
    ZeebeChild.Target target = spec.exporting() ? target() : null;
    zeebeGrpc = ZeebeChild.address(set.gateway());
    zeebeRest = ZeebeChild.address(set.actuator());
    managed.put(
        EngineName.ZEEBE,
        () ->
            new ZeebeChild(
                data.path("zeebe"), JavaEngine.find("zeebe", spec.zeebeHome()), set, target));
  }

  private ZeebeChild.Target target() {
    if (jdbcUrl.isEmpty()) {
      throw new IllegalArgumentException(
          "Zeebe's exporter needs a PostgreSQL, managed or external: give it a place, or call withoutExporter()");
    }
    return new ZeebeChild.Target(jdbcUrl, dbUser, dbPassword);
  }

  private ZeebeChild.PortSet zeebePorts(EnginePlace.Managed here) {
    boolean orphaned = orphaned(EngineName.ZEEBE);
    return new ZeebeChild.PortSet(
        ports.port("zeebe", here.port(), orphaned),
        ports.port("zeebe-command", 0, orphaned),
        ports.port("zeebe-internal", 0, orphaned),
        ports.port("zeebe-rest", 0, orphaned),
        ports.port("zeebe-actuator", 0, orphaned));
  }

  private boolean orphaned(EngineName name) {
    return !Orphans.of(spec.data().root(), name).isEmpty();
  }
}
