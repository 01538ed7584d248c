package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A Neo4j for tests that no product works on, so that they may empty and kill it. Its data lies
 * under {@code target/own-store} and goes with it.
 */
public final class OwnNeo4j implements AutoCloseable {
  private static @Nullable OwnNeo4j shared;

  private final DataFolder data;
  private final Engines engines;

  /** Starts one; returns when it answers. */
  public OwnNeo4j(String name) {
    data =
        TestFolders.open(
            Path.of("target", "own-store", name + "-" + ProcessHandle.current().pid()));
    engines =
        Engines.start(EnginesSpec.none(data).with(EngineName.NEO4J, new EnginePlace.Managed(0)));
    engines.awaitReady();
  }

  /** One for all tests of this JVM, started on first use; it ends with the JVM. */
  public static synchronized OwnNeo4j shared() {
    OwnNeo4j open = shared;
    if (open == null) {
      open = new OwnNeo4j("shared");
      shared = open;
      Runtime.getRuntime().addShutdownHook(new Thread(open::close, "end-own-neo4j"));
    }
    return open;
  }

  /** {@code boltUri}, {@code neo4jUser} and {@code neo4jPassword} are set. */
  public EngineAddresses addresses() {
    return engines.addresses();
  }

  /** Ends it as a power cut would; the supervisor starts it again. */
  public void kill() {
    engines.kill(EngineName.NEO4J);
  }

  @Override
  public void close() {
    engines.close();
    data.close();
  }
}
