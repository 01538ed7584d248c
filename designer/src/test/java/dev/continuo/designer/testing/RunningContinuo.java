package dev.continuo.designer.testing;

import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.testing.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged application as a process of its own, with a data folder of its own, on the engines
 * that the build shares. It can be killed like any process. One runs at a time, because two would
 * take each other's work: that of the journeys, or that of all other tests.
 */
public final class RunningContinuo {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOKEN = "cnt_" + "t".repeat(43);
  private static @Nullable RunningContinuo shared;

  private final Path data;
  private final List<String> options;
  private final boolean owned;
  private final EngineAddresses engines;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private Process process;

  private RunningContinuo(Path data, List<String> options, boolean owned) {
    this.data = data;
    this.options = options;
    this.owned = owned;
    TestEngines.shared().postgres();
    TestEngines.shared().neo4j();
    this.engines = TestEngines.shared().zeebe();
    this.port = freePort();
  }

  /**
   * The one of all journeys, as people start it: a fresh data folder and nobody who owns it yet. It
   * ends with the program, or when the other tests ask for theirs.
   */
  public static RunningContinuo shared() {
    return shared(false, List.of());
  }

  /** The one of all other tests: with an owner, and a token for the API. */
  public static RunningContinuo withOwner(String... options) {
    return shared(true, List.of(options));
  }

  private static synchronized RunningContinuo shared(boolean owned, List<String> options) {
    if (shared != null && shared.owned != owned) {
      shared.close();
      shared = null;
    }
    if (shared == null) {
      try {
        Path folder = Files.createDirectories(Path.of("target", "journeys").toAbsolutePath());
        Path data = Files.createTempDirectory(folder, "data");
        shared = new RunningContinuo(data, options, owned);
        shared.leaveNobody();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(shared::end));
      shared.start();
    } else if (!shared.process.isAlive()) {
      shared.start(); // a test that killed it did not come to its end
    }
    if (owned) {
      shared.letTheTestIn();
    }
    return shared;
  }

  /** Starts it, also again after {@link #kill}. */
  public void start() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx768m",
            "-XX:+AutoCreateSharedArchive", // written by the first that ends in order
            "-XX:SharedArchiveFile=" + Path.of("target", "tests.jsa").toAbsolutePath(),
            "-Xlog:cds*=off,aot*=off",
            "-jar",
            Path.of("target", "continuo.jar").toAbsolutePath().toString(),
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--spring.datasource.url=" + engines.jdbcUrl(),
            "--spring.datasource.username=" + engines.dbUser(),
            "--spring.datasource.password=" + engines.dbPassword(),
            "--continuo.zeebe.grpc-address=" + engines.zeebeGrpc(),
            "--continuo.zeebe.rest-address=" + engines.zeebeRest(),
            "--spring.neo4j.uri=" + engines.boltUri(),
            "--spring.neo4j.authentication.username=" + engines.neo4jUser(),
            "--spring.neo4j.authentication.password=" + engines.neo4jPassword()));
    command.removeIf(word -> options.stream().anyMatch(option -> sameName(option, word)));
    command.addAll(options);
    Path log = Path.of("target", "continuo-" + port + ".log");
    long before = lengthOf(log);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Eventually.within(240, "Continuo is ready", () -> ready(log, before));
  }

  /** It says so itself; what an earlier start said does not count. */
  private boolean ready(Path log, long before) throws IOException {
    String said = Files.readString(log).substring((int) before);
    if (!process.isAlive()) {
      throw new AssertionError("Continuo ended: " + said);
    }
    return said.contains("Continuo is ready at " + address());
  }

  /** An option given twice would be a list of two. */
  private static boolean sameName(String option, String word) {
    int end = option.indexOf('=') + 1;
    return end > 0 && word.startsWith(option.substring(0, end));
  }

  private static long lengthOf(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).length() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process itself, to look at its memory. */
  public long pid() {
    return process.pid();
  }

  /** Ends the process as a power cut would. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it as Ctrl-C does, and leaves the engines without an owner for the next one. */
  private void close() {
    end();
    leaveNobody();
  }

  /** Also whom a program left that did not come to its end. */
  private void leaveNobody() {
    sql(
        "DO $$ BEGIN IF to_regclass('owner') IS NOT NULL THEN"
            + " DELETE FROM access_token; DELETE FROM owner; END IF; END $$");
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Straight in the database: the pages for owners and tokens have journeys of their own. */
  private void letTheTestIn() {
    sql(
        "INSERT INTO owner(name, email, password_hash) VALUES ('Mia Lind', 'mia@lind.example', '-')"
            + " ON CONFLICT DO NOTHING");
    openApi();
  }

  /** Gives the owner a password, for tests that log in. */
  public void ownersPassword(String password) {
    sql(
        "UPDATE owner SET password_hash = '%s'"
            .formatted(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password)));
  }

  /** Lets the test's own requests in, beside whatever tokens there are. */
  public void openApi() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes());
      sql(
          "INSERT INTO access_token(id, name, token_hash) VALUES (gen_random_uuid(), 'test',"
              + " decode('%s', 'hex')) ON CONFLICT DO NOTHING"
                  .formatted(HexFormat.of().formatHex(hash)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sql(String statement) {
    try (var connection =
            DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
        var open = connection.createStatement()) {
      open.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public record Answer(int code, JsonNode body) {}

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** What is not JSON, as it is. */
  public String text(String path) {
    try {
      return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Answer post(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Sends JSON and answers with what is not JSON, as it is. */
  public String postText(String path, Object json) {
    try {
      return http.send(
              request(path)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json)))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Answer post(String path, Object json) {
    return post(path, "application/json", JSON.writeValueAsBytes(json));
  }

  public Answer postOnce(String path, String key, Object json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json))));
  }

  public Answer put(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  public Answer put(String path, Object json) {
    return put(path, "application/json", JSON.writeValueAsBytes(json));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      return new Answer(
          response.statusCode(),
          body.isBlank() || body.startsWith("<") ? JSON.missingNode() : JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public String address() {
    return "http://localhost:" + port;
  }

  public Path data() {
    return data;
  }

  /** One of the secrets that it made for itself. */
  public String secret(String name) {
    try {
      return Files.readString(data.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public EngineAddresses engines() {
    return engines;
  }

  /** Files in one of the data folder's folders, by the end of their names. */
  public List<Path> files(String folder, String ending) {
    Path place = data.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
