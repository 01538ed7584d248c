package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.BenchReport;
import dev.continuo.designer.bench.Figure;
import dev.continuo.designer.bench.Samples;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * kill -9 of Neo4j while facts and vectors are written: how long until memory answers again, and
 * where that time goes. The kills come at random moments of the writing, from a fixed seed.
 */
final class Kills {
  private static final int KILLS = 20;
  private static final double LONGEST_S = 60;

  private final BenchReport report;
  private final Path folder;

  Kills(BenchReport report, Path folder) {
    this.report = report;
    this.folder = folder;
  }

  void run() throws IOException {
    DataFolder data = TestFolders.open(folder);
    var spec = EnginesSpec.none(data).with(EngineName.NEO4J, new EnginePlace.Managed(0));
    try (var engines = Engines.start(spec)) {
      Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
      engines.awaitReady();
      var at = engines.addresses();
      var address = new MemoryAddress(at.boltUri(), at.neo4jUser(), at.neo4jPassword());
      try (var memory = Memory.open(address);
          var writers = new KilledWriters(memory, address)) {
        kill(engines, memory, writers, new RecoveryLog(data.root()));
      }
    } finally {
      data.close();
    }
  }

  private void kill(Engines engines, Memory memory, KilledWriters writers, RecoveryLog log)
      throws IOException {
    var random = new Random(7);
    var recoveries = new Samples();
    Map<String, Samples> phases = new LinkedHashMap<>();
    writers.start();
    for (int kill = 1; kill <= KILLS; kill++) {
      writers.awaitMore(20 + random.nextInt(60));
      Instant killed = Instant.now();
      engines.kill(EngineName.NEO4J);
      awaitAnswer(memory);
      double seconds = Duration.between(killed, Instant.now()).toMillis() / 1e3;
      recoveries.add(seconds);
      var marks = log.since(killed);
      marks.forEach((what, when) -> phases.computeIfAbsent(what, x -> new Samples()).add(when));
      System.out.printf(Locale.ROOT, "  kill %d: back after %.1f s %s%n", kill, seconds, marks);
    }
    writers.stop();
    report.add(Figure.of("neo4j-recovery-p50-s", recoveries.median(), "s"));
    report.add(Figure.of("neo4j-recovery-max-s", recoveries.max(), "s").atMost(LONGEST_S));
    report.add(Figure.of("neo4j-kills-lost-writes", writers.lost(), "").atMost(0));
    report.note(writers.words());
    phases.forEach(
        (what, when) ->
            report.note(
                "After a kill, %s: p50 %.1f s, max %.1f s."
                    .formatted(what, when.median(), when.max())));
  }

  private static void awaitAnswer(Memory memory) {
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
