package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.runtime.engine.testing.OwnNeo4j;
import java.util.Objects;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** Where the tests of memory work: on a Neo4j of their own, one class after the other. */
public final class OwnStore {

  private OwnStore() {}

  public static MemoryAddress address() {
    return address(OwnNeo4j.shared());
  }

  /** The same without what others left in it. */
  public static MemoryAddress emptied() {
    empty();
    return address();
  }

  public static void empty() {
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

  static MemoryAddress address(OwnNeo4j store) {
    var at = store.addresses();
    return new MemoryAddress(
        Objects.requireNonNull(at.boltUri()),
        Objects.requireNonNull(at.neo4jUser()),
        Objects.requireNonNull(at.neo4jPassword()));
  }
}
