package dev.continuo.runtime.engine.neo4j;

import dev.continuo.runtime.engine.child.Child;
import dev.continuo.runtime.engine.child.JavaEngine;
import dev.continuo.runtime.engine.child.PrivateFiles;
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
public final class Neo4jChild implements Child {

  public static final String USER = "neo4j";

  private final Path home;
  private final Path logs;
  private final JavaEngine engine;
  private final int port;
  private final Secret secret;

  public Neo4jChild(Path home, Path logs, JavaEngine engine, int port, Secret secret) {
    this.home = home;
    this.logs = logs;
    this.engine = engine;
    this.port = port;
    this.secret = secret;
  }

  public static String uri(int port) {
    return "bolt://127.0.0.1:" + port;
  }

  /** The argument by which a server on this folder is found among all processes. */
  public static String marker(Path home) {
    return "-Dcontinuo.neo4j=" + home;
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String marker() {
    return marker(home);
  }

  private Path configuration() {
    return home.resolve("conf");
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    PrivateFiles.folder(configuration());
    PrivateFiles.write(configuration().resolve("neo4j.conf"), settings());
    boolean fresh = !Files.exists(home.resolve("data/databases/system"));
    if (fresh && !Files.exists(home.resolve("data/dbms/auth.ini"))) {
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
        server.memory.pagecache.size=%4$s
        db.tx_log.rotation.size=32m
        db.tx_log.preallocate=false
        db.checkpoint.interval.time=1m
        dbms.security.auth_enabled=true
        # The databases are closed by then; ten seconds of silence for clients that are gone help nobody.
        internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
        dbms.usage_report.enabled=false
        dbms.fleet_manager.enabled=false
        server.fleet_discovery.enabled=false
        """
        .formatted(home, logs, port, MemorySize.pageCache());
  }

  /**
   * The password goes by an argument file, because a command line can be read by everybody on the
   * machine.
   */
  private void setPassword() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(JavaEngine.java(marker() + "-admin"));
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            engine.libraries(),
            "org.neo4j.cli.AdminTool",
            "dbms",
            "set-initial-password",
            "@" + secret.file()));
    Path log = logs.resolve("neo4j-admin.log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment());
    Process admin = builder.start();
    if (!admin.waitFor(2, TimeUnit.MINUTES) || admin.exitValue() != 0) {
      admin.destroyForcibly();
      throw new IOException("Its password could not be set: " + Files.readString(log).strip());
    }
  }

  private Map<String, String> environment() {
    return Map.of("NEO4J_HOME", home.toString(), "NEO4J_CONF", configuration().toString());
  }

  @Override
  public Command command() {
    List<String> words = new ArrayList<>(JavaEngine.java(marker()));
    words.addAll(List.of("-Xms128m", "-Xmx" + MemorySize.heap(), "-XX:+UseSerialGC"));
    for (String opened : List.of("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")) {
      words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    words.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "-cp",
            engine.libraries(),
            engine.mainClass(),
            "--home-dir=" + home,
            "--config-dir=" + configuration()));
    return new Command(words, environment(), home);
  }

  @Override
  public void probe() throws IOException {
    BoltConversation.returnOne(port, USER, secret.text());
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(45);
  }

  @Override
  public String stopSignal() {
    return "TERM";
  }
}
