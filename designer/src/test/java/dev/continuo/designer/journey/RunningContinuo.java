package dev.continuo.designer.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product as people start it: the packaged application in a process of its own, with a fresh
 * data folder. It uses the engines of the build where there are some, else starts its own.
 */
final class RunningContinuo {
  private static final Pattern READY = Pattern.compile("Continuo is ready at (http://\\S+)");
  private static final long START_SECONDS = 240;
  private static final long STOP_SECONDS = 90;

  private final Process process;
  private final Path data;
  private final String address;
  private final CompletableFuture<List<String>> lines;

  private RunningContinuo(
      Process process, Path data, String address, CompletableFuture<List<String>> lines) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.lines = lines;
  }

  static RunningContinuo start() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path data =
        Files.createTempDirectory(Files.createDirectories(target.resolve("journeys")), "data");
    Process process =
        new ProcessBuilder(command(target, data))
            .directory(target.toFile())
            .redirectErrorStream(true)
            .start();
    CompletableFuture<String> ready = new CompletableFuture<>();
    CompletableFuture<List<String>> lines = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(process, ready, lines));
    try {
      return new RunningContinuo(process, data, ready.get(START_SECONDS, TimeUnit.SECONDS), lines);
    } catch (Exception notReady) {
      process.destroy();
      throw new IllegalStateException(
          "Continuo did not start: " + lines.get(STOP_SECONDS, TimeUnit.SECONDS), notReady);
    }
  }

  String address() {
    return address;
  }

  Path data() {
    return data;
  }

  String secret(String name) {
    try {
      return Files.readString(data.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it as Ctrl-C does. */
  void stop() throws Exception {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("Continuo did not stop: " + lines.getNow(List.of()));
    }
  }

  private static List<String> command(Path target, Path data) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Dcontinuo.home.engines.zeebe=" + engine(target, "zeebe"),
                "-Dcontinuo.home.engines.neo4j=" + engine(target, "neo4j"),
                "-jar",
                target.resolve("continuo.jar").toString(),
                "--data=" + data));
    given(command, "jdbcUrl", "spring.datasource.url");
    given(command, "dbUser", "spring.datasource.username");
    given(command, "dbPassword", "spring.datasource.password");
    given(command, "zeebeGrpc", "continuo.zeebe.grpc-address");
    given(command, "zeebeRest", "continuo.zeebe.rest-address");
    given(command, "boltUri", "spring.neo4j.uri");
    given(command, "neo4jUser", "spring.neo4j.authentication.username");
    given(command, "neo4jPassword", "spring.neo4j.authentication.password");
    return command;
  }

  private static Path engine(Path target, String name) {
    return target.resolve("../../runtime/engines/" + name + "/target/engine").normalize();
  }

  private static void given(List<String> command, String test, String property) {
    String value = System.getProperty("continuo.test." + test);
    if (value != null) {
      command.add("--" + property + "=" + value);
    }
  }

  private static void read(
      Process process, CompletableFuture<String> ready, CompletableFuture<List<String>> lines) {
    List<String> seen = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        seen.add(line);
        Matcher matcher = READY.matcher(line);
        if (matcher.find()) {
          ready.complete(matcher.group(1));
        }
      }
    } catch (IOException ended) {
      seen.add(ended.toString());
    }
    lines.complete(seen);
    ready.completeExceptionally(new IllegalStateException("It ended before it was ready."));
  }
}
