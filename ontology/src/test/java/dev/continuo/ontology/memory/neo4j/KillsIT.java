package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.engine.testing.OwnNeo4j;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * kill -9 of Neo4j while facts and vectors are written. How long it takes to be back is measured by
 * {@code ./continuo bench memory --only kills}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("apart")
class KillsIT {
  private static final int KILLS = 1;

  private static OwnNeo4j store;
  private static Memory memory;
  private static Driver driver;

  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void open() {
    store = new OwnNeo4j("kills");
    var at = OwnStore.address(store);
    memory = Memory.open(at);
    driver = GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
    try (var session = driver.session()) {
      session
          .run(
              """
              CREATE VECTOR INDEX kills_vectors IF NOT EXISTS FOR (n:Vector) ON (n.embedding)
              OPTIONS {indexConfig: {`vector.dimensions`: 384,
                                     `vector.similarity_function`: 'cosine'}}
              """)
          .consume();
    }
  }

  @AfterAll
  static void close() {
    driver.close();
    memory.close();
    store.close();
  }

  @Test
  void everyWriteLandsOnceThroughEveryKill() throws Exception {
    var writers =
        List.of(
            Thread.ofPlatform().name("facts").start(this::writeFacts),
            Thread.ofPlatform().name("vectors").start(this::writeVectors));
    var random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      while (acknowledged.size() < before + 5 + random.nextInt(20)) {
        LockSupport.parkNanos(5_000_000);
      }
      store.kill();
      awaitAnswer();
    }
    running.set(false);
    for (var writer : writers) {
      writer.join();
    }

    for (var key : acknowledged) {
      var remembered = memory.remembered(key).orElseThrow();
      assertThat(remembered.accepted()).as(key).hasSize(1);
      var id = remembered.entityIds().values().iterator().next();
      assertThat(memory.facts(id)).as(key).hasSize(1);
    }
  }

  /** As an outbox does: the same key again until memory says that it is done. */
  private void writeFacts() {
    for (int i = 0; running.get(); i++) {
      var key = "write:" + i;
      var person = new EntityRef("schema:Person", "person:" + i, "P" + i);
      var fact = Said.fact(person, "vcard:role", "role " + i, 1, MAIL);
      while (true) {
        try {
          memory.remember(
              key, Said.mail("mail:" + i, fact), new Generation("t", ""), List.of(fact));
          acknowledged.add(key);
          break;
        } catch (MemoryUnavailable again) {
          LockSupport.parkNanos(50_000_000);
        }
      }
    }
  }

  private void writeVectors() {
    var random = new Random(1);
    while (running.get()) {
      var rows = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < 50; i++) {
        rows.add(
            Map.of(
                "id",
                random.nextInt(20_000),
                "embedding",
                random.doubles(384, -1, 1).boxed().toList()));
      }
      try (var session = driver.session()) {
        session
            .run(
                "UNWIND $rows AS x MERGE (n:Vector {id: x.id}) SET n.embedding = x.embedding",
                Map.of("rows", rows))
            .consume();
      } catch (RuntimeException again) {
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private static void awaitAnswer() {
    while (true) {
      try {
        memory.latest(1);
        return;
      } catch (MemoryUnavailable notYet) {
        LockSupport.parkNanos(20_000_000);
      }
    }
  }
}
