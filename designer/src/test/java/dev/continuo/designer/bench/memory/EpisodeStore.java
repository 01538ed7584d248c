package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.BenchReport;
import dev.continuo.designer.bench.Figure;
import dev.continuo.designer.bench.Samples;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.recall.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How fast memory writes and recalls, and how that grows. The store is kept between runs: a run
 * with more episodes adds to it, one with fewer asks of what is there.
 */
final class EpisodeStore {
  private static final int SMALL = 1_000;
  private static final int WARM_UP = 100;
  private static final int ASKED = 300;

  private final BenchReport report;
  private final CachedEmbeddings embeddings;
  private final Path folder;

  EpisodeStore(BenchReport report, CachedEmbeddings embeddings, Path folder) {
    this.report = report;
    this.embeddings = embeddings;
    this.folder = folder;
  }

  void run(int episodes) {
    try (var house = new MemoryHouse(folder, "", embeddings.fresh())) {
      int there = (int) house.count("Episode");
      System.out.println("  " + there + " episodes are there, " + episodes + " wanted");
      int small = Math.min(SMALL, episodes);
      if (there < small) {
        written(house, there, small);
        var first = recalled(house, small);
        report.add(Figure.of("recall-1k-p95-ms", first.percentile(0.95), "ms"));
        there = small;
      }
      var writes = written(house, there, Math.max(episodes, there));
      if (writes.median() != writes.median()) {
        int from = (int) house.count("Episode");
        writes = written(house, from, from + ASKED);
      }
      report.add(Figure.of("write-p50-ms", writes.median(), "ms"));
      report.add(Figure.of("write-p95-ms", writes.percentile(0.95), "ms").atMost(50));
      int size = (int) house.count("Episode");
      var recall = recalled(house, size);
      report.add(Figure.of("recall-p50-ms", recall.median(), "ms").atMost(40));
      report.add(Figure.of("recall-p95-ms", recall.percentile(0.95), "ms").atMost(120));
      report.add(Figure.of("episodes", size, ""));
      needs(house);
    }
  }

  /** Writes one after the other; the first are not counted. */
  private Samples written(MemoryHouse house, int from, int to) {
    var samples = new Samples();
    for (int i = from; i < to; i++) {
      var mail = Correspondence.mail(i);
      house.now(mail.episode().occurredAt().plusSeconds(60));
      long started = System.nanoTime();
      patiently(
          () ->
              house.memory.remember(
                  mail.episode().key(),
                  mail.episode(),
                  new Generation("bench", "correspondence"),
                  mail.facts()));
      if (i - from >= WARM_UP) {
        samples.add((System.nanoTime() - started) / 1e6);
      }
      if ((i + 1) % 1_000 == 0) {
        System.out.printf("  %d written, p95 %.1f ms%n", i + 1, samples.percentile(0.95));
      }
    }
    house.indexed();
    return samples;
  }

  private static Samples recalled(MemoryHouse house, int size) {
    var samples = new Samples();
    for (int i = -WARM_UP; i < ASKED; i++) {
      String text = Correspondence.question(Math.abs(i * 7 + 1), size);
      long started = System.nanoTime();
      patiently(() -> house.recall.recall(Question.of(text)));
      if (i >= 0) {
        samples.add((System.nanoTime() - started) / 1e6);
      }
    }
    return samples;
  }

  /**
   * A machine that is busy with other work may keep a connection waiting: once more, and counted.
   */
  private static void patiently(Runnable work) {
    try {
      work.run();
    } catch (MemoryUnavailable busy) {
      work.run();
    }
  }

  private void needs(MemoryHouse house) {
    report.note(
        "Neo4j: heap at most %s, page cache %s, store %d MiB, resident %d MiB."
            .formatted(
                house.setting("server.memory.heap.max_size"),
                house.setting("server.memory.pagecache.size"),
                size(folder.resolve("neo4j")) >> 20,
                resident(house.pid()) >> 10));
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
