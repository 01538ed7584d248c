package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.NameLikeness;
import java.time.InstantSource;
import java.util.UUID;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** The real memory on the Neo4j that these tests share: every name is made unique. */
final class TestMemory {

  private TestMemory() {}

  static MemoryAddress address() {
    return OwnStore.address();
  }

  static Neo4jMemory open() {
    return open(InstantSource.system());
  }

  static Neo4jMemory open(InstantSource clock) {
    return Neo4jMemory.open(
        address(), new MemoryOptions(Activities.none(), NameLikeness.none(), clock));
  }

  /** Full text follows the commits at a short distance. */
  static void awaitFullText() {
    var address = address();
    try (var driver =
            GraphDatabase.driver(
                address.boltUri(), AuthTokens.basic(address.user(), address.password()));
        var session = driver.session()) {
      session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume();
    }
  }

  /** A short name that no other test has. */
  static String unique() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
