package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Writes facts as an outbox does, and upserts vectors beside them, through every kill. */
final class KilledWriters implements AutoCloseable {
  private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");
  private static final int VECTORS = 20_000;
  private static final int TOGETHER = 50;

  private final Memory memory;
  private final Driver driver;
  private final AtomicInteger vectors = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  KilledWriters(Memory memory, MemoryAddress at) {
    this.memory = memory;
    this.driver = GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
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

  void start() {
    threads.add(Thread.ofPlatform().name("facts").start(this::facts));
    threads.add(Thread.ofPlatform().name("vectors").start(this::vectors));
  }

  void awaitMore(int writes) {
    int before = acknowledged.size();
    while (acknowledged.size() < before + writes) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  void stop() {
    running = false;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Writes that were answered and are not there, or not there exactly once. */
  int lost() {
    int lost = 0;
    for (var key : acknowledged) {
      var found = memory.remembered(key);
      boolean once =
          found.isPresent()
              && found.get().entityIds().values().stream()
                  .allMatch(id -> memory.facts(id).size() == 1);
      lost += once ? 0 : 1;
    }
    return lost;
  }

  String words() {
    return "%d writes were answered and %d vectors upserted meanwhile."
        .formatted(acknowledged.size(), vectors.get());
  }

  /** The same key again until memory says that it is done. */
  private void facts() {
    for (int i = 0; running; i++) {
      var key = "write:" + i;
      var said = "P" + i + " role " + i;
      var fact =
          new FactProposal(
              new EntityRef("schema:Person", "person:" + i, "P" + i),
              "vcard:role",
              new FactValue.Text("role " + i),
              DAY,
              0.9,
              Evidence.of(said),
              SourceRank.MAIL);
      var mail = new Episode("mail:" + i, "mail", DAY, null, "Mail", said);
      while (!written(key, mail, fact)) {
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private boolean written(String key, Episode mail, FactProposal fact) {
    try {
      memory.remember(key, mail, new Generation("bench", ""), List.of(fact));
      acknowledged.add(key);
      return true;
    } catch (MemoryUnavailable again) {
      return false;
    }
  }

  private void vectors() {
    var random = new Random(1);
    while (running) {
      var rows = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < TOGETHER; i++) {
        rows.add(
            Map.of(
                "id",
                random.nextInt(VECTORS),
                "embedding",
                random.doubles(384, -1, 1).boxed().toList()));
      }
      try (var session = driver.session()) {
        session
            .run(
                "UNWIND $rows AS x MERGE (n:Vector {id: x.id}) SET n.embedding = x.embedding",
                Map.of("rows", rows))
            .consume();
        vectors.addAndGet(rows.size());
      } catch (RuntimeException again) {
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  @Override
  public void close() {
    driver.close();
  }
}
