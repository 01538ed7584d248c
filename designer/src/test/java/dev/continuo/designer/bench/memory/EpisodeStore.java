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
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast memory writes and recalls, and how that grows. The store is kept between runs: each run
 * fills it up to its size and adds the thousand mails whose writing it measures.
 */
final class EpisodeStore {
  private static final int SMALL = 1_000;
  private static final int WARM_UP = 100;
  private static final int ASKED = 300;
  private static final int MEASURED = 1_000;
  private static final int WRITERS = 4;

  /** Mails of one client; see {@link Correspondence}. */
  private static final int CLIENT = 20;

  private final BenchReport report;
  private final CachedEmbeddings embeddings;
  private final Path folder;

  EpisodeStore(BenchReport report, CachedEmbeddings embeddings, Path folder) {
    this.report = report;
    this.embeddings = embeddings;
    this.folder = folder;
  }

  void run(int episodes) throws IOException {
    try (var house = new MemoryHouse(folder, "", new SentenceSums(embeddings.fresh()))) {
      int there = (int) house.count("Episode");
      System.out.println("  " + there + " episodes are there, " + episodes + " wanted");
      int small = Math.min(SMALL, episodes);
      if (there < small) {
        grown(small, written(house, there, small), recalled(house, small));
        there = small;
      }
      filled(house, there, episodes - MEASURED);
      int from = (int) house.count("Episode");
      var writes = written(house, from, from + MEASURED);
      report.add(Figure.of("write-p50-ms", writes.median(), "ms"));
      report.add(Figure.of("write-p95-ms", writes.percentile(0.95), "ms").atMost(50));
      int size = (int) house.count("Episode");
      var recall = recalled(house, size);
      report.add(Figure.of("recall-p50-ms", recall.median(), "ms").atMost(40));
      report.add(Figure.of("recall-p95-ms", recall.percentile(0.95), "ms").atMost(120));
      grown(size, writes, recall);
      report.note("Growth, kept beside the store: " + String.join("; ", growth()) + ".");
      report.add(Figure.of("episodes", size, ""));
      needs(house);
    }
  }

  private Path growthFile() {
    return folder.resolveSibling("growth.txt");
  }

  private void grown(int size, Samples writes, Samples recall) throws IOException {
    Files.writeString(
        growthFile(),
        "%d episodes: write %.1f/%.1f, recall %.1f/%.1f ms (p50/p95)%n"
            .formatted(
                size,
                writes.median(),
                writes.percentile(0.95),
                recall.median(),
                recall.percentile(0.95)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private List<String> growth() throws IOException {
    return Files.readAllLines(growthFile());
  }

  /**
   * Brings the store to its size, several writers at a time, each with clients of its own. Not
   * measured one by one; how long it took is told.
   */
  private void filled(MemoryHouse house, int from, int to) {
    long started = System.nanoTime();
    var next = new AtomicInteger(from / CLIENT);
    Callable<Void> writer =
        () -> {
          for (int client = next.getAndIncrement();
              client * CLIENT < to;
              client = next.getAndIncrement()) {
            fill(house, Math.max(from, client * CLIENT), Math.min(to, (client + 1) * CLIENT));
          }
          return null;
        };
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (var done : writers.invokeAll(Collections.nCopies(WRITERS, writer))) {
        done.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The store could not be filled", e);
    }
    long written = System.nanoTime();
    house.indexed();
    long done = System.nanoTime();
    if (to > from) {
      report.note(
          "%d episodes written by %d writers in %d s, indexed in %d s more; their vectors are sums of those of their lines."
              .formatted(to - from, WRITERS, seconds(started, written), seconds(written, done)));
    }
  }

  private static long seconds(long from, long to) {
    return (to - from) / 1_000_000_000;
  }

  private static void fill(MemoryHouse house, int from, int to) {
    for (int i = from; i < to; i++) {
      house.now(Correspondence.mail(i).episode().occurredAt().plusSeconds(60));
      remember(house, i);
      if ((i + 1) % 5_000 == 0) {
        System.out.printf("  about %d written%n", i + 1);
      }
    }
  }

  private static void remember(MemoryHouse house, int number) {
    var mail = Correspondence.mail(number);
    patiently(
        () ->
            house.memory.remember(
                mail.episode().key(),
                mail.episode(),
                new Generation("bench", "correspondence"),
                mail.facts()));
  }

  /** Writes one after the other; the first are not counted. */
  private Samples written(MemoryHouse house, int from, int to) {
    var samples = new Samples();
    for (int i = from; i < to; i++) {
      house.now(Correspondence.mail(i).episode().occurredAt().plusSeconds(60));
      long started = System.nanoTime();
      remember(house, i);
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

  private Samples recalled(MemoryHouse house, int size) {
    var samples = new Samples();
    var sorts = new TreeMap<String, Samples>();
    for (int i = -WARM_UP; i < ASKED; i++) {
      int number = Math.abs(i * 7 + 1);
      String text = Correspondence.question(number, size);
      long started = System.nanoTime();
      patiently(() -> house.recall.recall(Question.of(text)));
      if (i >= 0) {
        double millis = (System.nanoTime() - started) / 1e6;
        samples.add(millis);
        sorts.computeIfAbsent(Correspondence.sort(number), none -> new Samples()).add(millis);
      }
    }
    report.note(
        "Recall at %d, p95 by question: %s."
            .formatted(
                size,
                sorts.entrySet().stream()
                    .map(e -> "%s %.0f ms".formatted(e.getKey(), e.getValue().percentile(0.95)))
                    .collect(Collectors.joining(", "))));
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

  /** The page cache serves the store and its key indexes; Lucene's files are read by the system. */
  private void needs(MemoryHouse house) {
    var store = folder.resolve("neo4j/data/databases/neo4j");
    long all = size(store, "");
    long lucene = size(store, "/fulltext") + size(store, "/vector");
    report.note(
        "Neo4j: heap %s; page cache %s for %d MiB of store, beside %d MiB of full text and vectors; log %d MiB; resident %d MiB."
            .formatted(
                house.heap(),
                house.setting("server.memory.pagecache.size"),
                (all - lucene) >> 20,
                lucene >> 20,
                size(folder.resolve("neo4j/data/transactions"), "") >> 20,
                resident(house.pid()) >> 10));
  }

  private static long size(Path folder, String part) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().contains(part))
          .filter(Files::isRegularFile)
          .mapToLong(f -> f.toFile().length())
          .sum();
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
