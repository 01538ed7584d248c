package dev.continuo.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Neo4j Community: Bolt on loopback only, no web server, no report to its makers, a random password
 * from the first start on.
 */
final class Neo4jEngine implements Engine {

  static final String USER = "neo4j";

  private final DataFolder data;
  private final Distribution distribution;
  private final int port;

  Neo4jEngine(DataFolder data, Distribution distribution, int port) {
    this.data = data;
    this.distribution = distribution;
    this.port = port;
  }

  static String uri(int port) {
    return "bolt://127.0.0.1:" + port;
  }

  @Override
  public EngineName name() {
    return EngineName.NEO4J;
  }

  @Override
  public String version() {
    return distribution.version();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String marker() {
    return "-Dcontinuo.neo4j=" + home();
  }

  private Path home() {
    return data.path("neo4j");
  }

  private Path configuration() {
    return data.path("neo4j/conf");
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    PrivateFiles.write(configuration().resolve("neo4j.conf"), settings());
    boolean fresh = !Files.exists(home().resolve("data/databases/system"));
    if (fresh && !Files.exists(home().resolve("data/dbms/auth.ini"))) {
      setPassword();
    }
  }

  private String settings() {
    return """
        # Written anew by Continuo before each start.
        server.directories.data=%1$s/data
        server.directories.logs=%2$s/neo4j
        server.default_listen_address=127.0.0.1
        server.default_advertised_address=127.0.0.1
        server.bolt.enabled=true
        server.bolt.listen_address=127.0.0.1:%3$d
        server.bolt.advertised_address=127.0.0.1:%3$d
        server.http.enabled=false
        server.https.enabled=false
        server.memory.pagecache.size=128m
        db.tx_log.rotation.size=32m
        db.tx_log.preallocate=false
        db.checkpoint.interval.time=1m
        dbms.security.auth_enabled=true
        dbms.usage_report.enabled=false
        dbms.fleet_manager.enabled=false
        server.fleet_discovery.enabled=false
        """
        .formatted(home(), data.path("logs"), port);
  }

  /**
   * The password goes by an argument file, because a command line can be read by everybody on the
   * machine.
   */
  private void setPassword() throws IOException, InterruptedException {
    data.secret("neo4j");
    List<String> words = new ArrayList<>(Distribution.java(marker() + "-admin"));
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            distribution.home().resolve("lib") + "/*",
            "org.neo4j.cli.AdminTool",
            "dbms",
            "set-initial-password",
            "@" + data.secretFile("neo4j")));
    Path log = data.path("logs").resolve("neo4j-admin.log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment());
    Process admin = builder.start();
    if (!admin.waitFor(2, TimeUnit.MINUTES) || admin.exitValue() != 0) {
      admin.destroyForcibly();
      throw new EngineNotReady(
          EngineName.NEO4J, "Its password could not be set: " + Files.readString(log).strip(), log);
    }
  }

  private Map<String, String> environment() {
    return Map.of("NEO4J_HOME", home().toString(), "NEO4J_CONF", configuration().toString());
  }

  @Override
  public Command command() {
    List<String> words = new ArrayList<>(Distribution.java(marker()));
    words.addAll(List.of("-Xms128m", "-Xmx256m", "-XX:+UseSerialGC"));
    for (String opened : List.of("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")) {
      words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    words.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "-cp",
            distribution.home().resolve("lib") + "/*",
            distribution.mainClass(),
            "--home-dir=" + home(),
            "--config-dir=" + configuration()));
    return new Command(words, environment(), home());
  }

  @Override
  public void probe() throws IOException {
    BoltConversation.returnOne(port, USER, data.secret("neo4j"));
  }

  /** Recovery after a crash has been seen to take two minutes. */
  @Override
  public Duration startLimit() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(45);
  }
}
