package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.NameLikeness;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.testing.TestFolders;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/** Memory and recall on a Neo4j of their own, at a time that the benchmark sets. */
final class MemoryHouse implements AutoCloseable {
  private final DataFolder data;
  private final Engines engines;
  private final MemoryAddress address;
  private final Driver driver;
  final Memory memory;
  final Recall recall;
  private volatile Instant now = Instant.now();

  /**
   * @param terms an extension of the vocabulary, or empty
   */
  MemoryHouse(Path folder, String terms, Embeddings embeddings) {
    data = TestFolders.open(folder);
    engines =
        Engines.start(EnginesSpec.none(data).with(EngineName.NEO4J, new EnginePlace.Managed(0)));
    Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
    engines.awaitReady();
    var at = engines.addresses();
    address = new MemoryAddress(at.boltUri(), at.neo4jUser(), at.neo4jPassword());
    driver =
        GraphDatabase.driver(
            address.boltUri(), AuthTokens.basic(address.user(), address.password()));
    InstantSource clock = () -> now;
    memory = Memory.open(address, new MemoryOptions(Activities.none(), NameLikeness.none(), clock));
    memory.vocabularies().adopt(terms, "bench");
    recall =
        patiently(
            () -> Recall.open(address, () -> memory.vocabularies().current(), embeddings, clock));
  }

  /** The engine answers, but a busy machine may keep the first connections waiting. */
  private static <T> T patiently(Supplier<T> opening) {
    for (int left = 5; ; left--) {
      try {
        return opening.get();
      } catch (MemoryUnavailable waits) {
        if (left == 0) {
          throw waits;
        }
      }
    }
  }

  void now(Instant time) {
    now = time;
  }

  Instant now() {
    return now;
  }

  /** Until every source has its passages and full text has caught up. */
  void indexed() {
    int left = 1;
    while (left > 0) {
      left = recall.index(200);
    }
    run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
  }

  void run(String cypher) {
    try (var session = driver.session()) {
      session.run(cypher).consume();
    }
  }

  long count(String label) {
    try (var session = driver.session()) {
      return session
          .run("MATCH (n:$($label)) RETURN count(n) AS n", java.util.Map.of("label", label))
          .single()
          .get("n")
          .asLong();
    }
  }

  /** A setting of the engine, such as its heap. */
  String setting(String name) {
    try (var session = driver.session()) {
      return session
          .run(
              "SHOW SETTINGS YIELD name, value WHERE name = $name RETURN value",
              java.util.Map.of("name", name))
          .list(r -> r.get("value").asString())
          .stream()
          .findFirst()
          .orElse("?");
    }
  }

  /** What the engine's heap holds, of what it may hold. */
  String heap() {
    try (var session = driver.session()) {
      var usage =
          session
              .run(
                  "CALL dbms.queryJmx('java.lang:type=Memory') YIELD attributes"
                      + " RETURN attributes.HeapMemoryUsage.value.properties AS usage")
              .single()
              .get("usage");
      return "%d of %d MiB"
          .formatted(usage.get("used").asLong() >> 20, usage.get("max").asLong() >> 20);
    } catch (Neo4jException untold) {
      return "unknown (" + untold.getMessage() + ")";
    }
  }

  long pid() {
    return engines.statuses().getFirst().pid();
  }

  @Override
  public void close() {
    recall.close();
    memory.close();
    driver.close();
    engines.close();
    data.close();
  }
}
