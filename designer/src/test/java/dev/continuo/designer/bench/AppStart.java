package dev.continuo.designer.bench;

import dev.continuo.runtime.engine.testing.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a person starts it: {@code ./continuo}, from the command to the ready line. */
final class AppStart {
  private static final String READY = "Continuo is ready at";
  private final BenchOptions options;
  private final Path data;

  AppStart(BenchOptions options, Path data) {
    this.options = options;
    this.data = data;
  }

  void measure(BenchReport report) throws IOException {
    double fresh = startAndStop(Map.of());
    var warm = new Samples();
    var memory = new LinkedHashMap<String, Double>();
    for (int i = 0; i < options.rounds(); i++) {
      warm.add(startAndStop(i == options.rounds() - 1 ? memory : Map.of()));
    }
    report.add(Figure.of("start-fresh-s", fresh, "s"));
    report.add(Figure.of("start-ready-s", warm, "s").atMost(30));
    double sum = memory.values().stream().mapToDouble(Double::doubleValue).sum();
    report.add(Figure.of("rss-idle-mib", sum, "MiB").atMost(2048));
    memory.forEach((name, mib) -> report.add(Figure.of("rss-idle-" + name + "-mib", mib, "MiB")));
    TestFolders.delete(data);
  }

  /** Seconds to the ready line; where memory is wanted, it is read a while after it. */
  private double startAndStop(Map<String, Double> memory) throws IOException {
    long begin = System.nanoTime();
    Process app = command("--data", data.toString());
    try (BufferedReader lines = app.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder said = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith(READY)) {
          double seconds = (System.nanoTime() - begin) / 1e9;
          if (memory instanceof LinkedHashMap<String, Double> wanted) {
            LockSupport.parkNanos((options.quick() ? 5L : 30L) * 1_000_000_000L);
            readMemory(wanted);
          }
          return seconds;
        }
      }
      throw new IllegalStateException("It did not become ready:\n" + said);
    } finally {
      app.destroy();
      end(app);
    }
  }

  private void readMemory(Map<String, Double> memory) throws IOException {
    Process status = command("status", "--json", "--data", data.toString());
    JsonNode said = JsonMapper.builder().build().readTree(status.getInputStream().readAllBytes());
    for (JsonNode process : said.path("processes")) {
      memory.put(process.path("name").asString(), process.path("rssMiB").asDouble());
    }
  }

  private Process command(String... words) throws IOException {
    var line = new java.util.ArrayList<String>();
    line.add(options.root().resolve("continuo").toString());
    line.addAll(java.util.List.of(words));
    return new ProcessBuilder(line)
        .directory(options.root().toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static void end(Process app) {
    try {
      if (!app.waitFor(90, TimeUnit.SECONDS)) {
        app.destroyForcibly();
        throw new IllegalStateException("Continuo did not end within 90 s of being asked");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
