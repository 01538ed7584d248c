package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.EngineName;
import java.util.EnumMap;
import java.util.Map;

/**
 * The engines that tests share. {@code ./continuo test} starts one of each and hands over the
 * addresses by {@code continuo.test.*} system properties; a module that is built alone starts what
 * it asks for, on first use, once per JVM, under {@code target/engines-data}, and ends it with the
 * JVM.
 *
 * <p>All tests of a build share one server of each kind: use names and keys of your own, and count
 * nothing that others may add to. {@link #freshDatabase()} gives a test a database of its own.
 */
public final class TestEngines {

  private static final TestEngines SHARED = new TestEngines();

  private final Map<EngineName, EngineAddresses> ready = new EnumMap<>(EngineName.class);
  private final OwnEngines own = new OwnEngines();

  private TestEngines() {}

  public static TestEngines shared() {
    return SHARED;
  }

  /** PostgreSQL, answering: {@code jdbcUrl}, {@code dbUser} and {@code dbPassword} are set. */
  public EngineAddresses postgres() {
    return address(EngineName.POSTGRES, "jdbcUrl");
  }

  /** Neo4j, answering: {@code boltUri}, {@code neo4jUser} and {@code neo4jPassword} are set. */
  public EngineAddresses neo4j() {
    return address(EngineName.NEO4J, "boltUri");
  }

  /**
   * Zeebe, processing, with our exporter writing to the database of {@link #postgres()} once that
   * holds its tables: {@code zeebeGrpc} and {@code zeebeRest} are set.
   */
  public EngineAddresses zeebe() {
    return address(EngineName.ZEEBE, "zeebeGrpc");
  }

  /**
   * A new, empty database on the same PostgreSQL server, owned by the same role. The server's
   * shared database {@code continuo} is the one that Zeebe's exporter fills.
   */
  public EngineAddresses freshDatabase() {
    return FreshDatabases.create(postgres());
  }

  private synchronized EngineAddresses address(EngineName engine, String property) {
    EngineAddresses known = ready.get(engine);
    if (known == null) {
      known =
          System.getProperty("continuo.test." + property) == null
              ? own.start(engine)
              : TestProperties.read();
      ready.put(engine, known);
    }
    return known;
  }
}
