package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.testing.TestFolders;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** A Neo4j of these tests alone: no product works on it, and it may be emptied. */
public final class OwnStore implements AutoCloseable {
  private static @Nullable OwnStore shared;

  private final Engines engines;
  private final DataFolder data;

  /** One for all tests that leave it alive, one class after the other; it ends with the program. */
  public static synchronized OwnStore shared() {
    OwnStore open = shared;
    if (open == null) {
      open = new OwnStore("shared");
      shared = open;
      Runtime.getRuntime().addShutdownHook(new Thread(open::close));
    }
    return open;
  }

  /** The shared one without what others left in it. */
  public static OwnStore emptied() {
    OwnStore store = shared();
    store.empty();
    return store;
  }

  OwnStore(String name) {
    data =
        TestFolders.open(
            Path.of("target", "own-store", name + "-" + ProcessHandle.current().pid()));
    engines = Engines.planned(EnginesSpec.managed(data));
    engines.start(EngineName.NEO4J);
    engines.awaitReady(EngineName.NEO4J);
  }

  public MemoryAddress address() {
    var at = engines.addresses();
    return new MemoryAddress(
        Objects.requireNonNull(at.boltUri()),
        Objects.requireNonNull(at.neo4jUser()),
        Objects.requireNonNull(at.neo4jPassword()));
  }

  /** For one that is not shared: ends it as a power cut would; the supervisor starts it again. */
  public void kill() {
    engines.kill(EngineName.NEO4J);
  }

  public void empty() {
    var at = address();
    try (var driver =
            GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
        var session = driver.session()) {
      session
          .run(
              "MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS")
          .consume();
    }
  }

  @Override
  public void close() {
    engines.close();
    data.close();
  }
}
