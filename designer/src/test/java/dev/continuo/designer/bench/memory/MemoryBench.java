package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** {@code ./continuo bench memory}. */
public final class MemoryBench {
  private final MemoryOptions options;
  private final BenchReport report;

  private MemoryBench(MemoryOptions options) {
    this.options = options;
    this.report = new BenchReport("memory", options.root(), options.commit(), false);
  }

  public static void main(String[] words) throws IOException {
    MemoryOptions options;
    try {
      options = MemoryOptions.read(List.of(words));
    } catch (MemoryOptions.Unreadable unreadable) {
      System.err.println(unreadable.getMessage());
      System.exit(2);
      return;
    }
    new MemoryBench(options).run();
    System.exit(0);
  }

  private void run() throws IOException {
    try (var embeddings = new CachedEmbeddings(folder().resolve("embeddings"))) {
      if (options.wants("sets")) {
        var sets = new OpenSets(embeddings, report);
        set("musique", sets::musique);
        set("qmsum", sets::qmsum);
        set("hotpot", sets::hotpot);
        set("locomo", sets::locomo);
      }
      if (options.wants("asof")) {
        System.out.println("asof ...");
        var folder = fresh("asof");
        new AsOfRun(report, embeddings, folder).run("asof", AsOfStream.of(7, 40, 300));
        var given = options.folders().get("asof");
        if (given != null) {
          new AsOfRun(report, embeddings, fresh("asof-file"))
              .run("asof-file", AsOfLine.read(given));
        }
      }
      if (options.wants("episodes")) {
        System.out.println("episodes ...");
        new EpisodeStore(report, embeddings, folder().resolve("store")).run(options.episodes());
      }
    }
    if (options.wants("kills")) {
      System.out.println("kills ...");
      new Kills(report, fresh("kills")).run();
    }
    report.finish(System.out);
  }

  private Path fresh(String name) throws IOException {
    return Files.createTempDirectory("continuo-bench-" + name);
  }

  private Path folder() {
    return options.root().resolve("target/bench/memory");
  }

  private void set(String name, Consumer<Path> part) {
    var folder = options.folders().get(name);
    if (folder == null) {
      report.note("Skipped " + name + ": give --" + name + " DIR or CONTINUO_BENCH_DATA.");
      return;
    }
    System.out.println(name + " ...");
    part.accept(folder);
  }
}
