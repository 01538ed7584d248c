package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * kill -9 of Neo4j while facts and vectors are written. {@code -Dcontinuo.kills=20} for the long
 * run; the normal build does one. Prints recovery p50 and max and where the time went.
 */
class KillsIT {
  private static final int KILLS = Integer.getInteger("continuo.kills", 1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Pattern TIME =
      Pattern.compile("\"time\":\"(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3})");

  private static OwnStore store;
  private static Memory memory;
  private static Driver driver;

  private final AtomicBoolean running = new AtomicBoolean(true);
  private final AtomicInteger vectors = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void open() {
    store = new OwnStore("kills");
    memory = Memory.open(store.address());
    var at = store.address();
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
  void everyWriteLandsOnceAndMemoryIsBackInTime() throws Exception {
    var writers =
        List.of(
            Thread.ofPlatform().name("facts").start(this::writeFacts),
            Thread.ofPlatform().name("vectors").start(this::writeVectors));
    var random = new Random(7);
    var recoveries = new ArrayList<Duration>();
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      while (acknowledged.size() < before + 5 + random.nextInt(20)) {
        LockSupport.parkNanos(5_000_000);
      }
      var killed = Instant.now();
      store.kill();
      awaitAnswer();
      recoveries.add(Duration.between(killed, Instant.now()));
      System.out.printf(
          Locale.ROOT,
          "kill %d: back after %.1f s; %s%n",
          kill + 1,
          recoveries.getLast().toMillis() / 1e3,
          phases(killed));
    }
    running.set(false);
    for (var writer : writers) {
      writer.join();
    }

    recoveries.sort(Comparator.naturalOrder());
    System.out.printf(
        Locale.ROOT,
        "recovery p50 %.1f s, max %.1f s over %d kills; %d writes acknowledged, %d vectors%n",
        recoveries.get(recoveries.size() / 2).toMillis() / 1e3,
        recoveries.getLast().toMillis() / 1e3,
        KILLS,
        acknowledged.size(),
        vectors.get());
    for (var key : acknowledged) {
      var remembered = memory.remembered(key).orElseThrow();
      assertThat(remembered.accepted()).as(key).hasSize(1);
      var id = remembered.entityIds().values().iterator().next();
      assertThat(memory.facts(id)).as(key).hasSize(1);
    }
    if (System.getProperty("continuo.kills") != null) { // the usual build shares its machine
      assertThat(recoveries.getLast()).isLessThanOrEqualTo(LONGEST);
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
        vectors.addAndGet(rows.size());
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

  /** Where the time went: until the process speaks, until it has recovered, until it listens. */
  private static String phases(Instant since) throws IOException {
    var log = store.folder().resolve("logs").resolve("neo4j").resolve("debug.log");
    var marks = new LinkedHashMap<String, Double>();
    for (var line : Files.readAllLines(log)) {
      var time = TIME.matcher(line);
      if (time.find()) {
        var at = Instant.parse(time.group(1).replace(' ', 'T') + "Z");
        if (at.isAfter(since)) {
          double seconds = Duration.between(since, at).toMillis() / 1e3;
          marks.putIfAbsent("process up", seconds);
          if (line.contains("Recovery required")) {
            marks.putIfAbsent("recovery begins", seconds);
          } else if (line.contains("Recovery in '")) {
            marks.put("recovered", seconds);
          } else if (line.contains("Bolt server started")) {
            marks.put("listens", seconds);
          }
        }
      }
    }
    return marks.toString();
  }
}
