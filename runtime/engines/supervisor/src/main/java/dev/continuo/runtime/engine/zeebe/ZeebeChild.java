package dev.continuo.runtime.engine.zeebe;

import dev.continuo.runtime.engine.child.Child;
import dev.continuo.runtime.engine.child.JavaEngine;
import dev.continuo.runtime.engine.child.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Zeebe broker with its gateway and one partition, every socket on loopback, our exporter
 * loaded.
 */
public final class ZeebeChild implements Child {

  /**
   * The ports of a broker; {@code rest} serves the gateway's REST pages, which nobody needs here
   * but the broker wants.
   */
  public record PortSet(int gateway, int command, int internal, int rest, int actuator) {}

  /** Where the exporter writes to. */
  public record Target(String jdbcUrl, String user, String password) {}

  private final Path home;
  private final JavaEngine engine;
  private final PortSet ports;
  private final @Nullable Target target;

  /**
   * @param target where our exporter writes to, or null for a broker without it
   */
  public ZeebeChild(Path home, JavaEngine engine, PortSet ports, @Nullable Target target) {
    this.home = home;
    this.engine = engine;
    this.ports = ports;
    this.target = target;
  }

  public static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** The argument by which a broker on this folder is found among all processes. */
  public static String marker(Path home) {
    return "-Dcontinuo.zeebe=" + home;
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public int port() {
    return ports.gateway();
  }

  @Override
  public String marker() {
    return marker(home);
  }

  @Override
  public void prepare() throws IOException {
    PrivateFiles.write(home.resolve("log4j2.xml"), LOGGING);
  }

  @Override
  public Command command() {
    List<String> words = new ArrayList<>(JavaEngine.java(marker()));
    words.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC", // a small heap on few cores: no marking beside the work
            "-javaagent:" + engine.file("loopback-agent.jar"),
            "-Dlog4j2.configurationFile=" + home.resolve("log4j2.xml"),
            "-Dapp.home=" + home,
            "-Dbasedir=" + home,
            "-cp",
            engine.home().resolve("config") + ":" + engine.libraries(),
            engine.mainClass()));
    return new Command(words, environment(), home);
  }

  private Map<String, String> environment() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("SERVER_ADDRESS", "127.0.0.1");
    settings.put("SERVER_PORT", "" + ports.rest());
    settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    settings.put("MANAGEMENT_SERVER_PORT", "" + ports.actuator());
    settings.put(
        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,partitions,exporters,prometheus");
    settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
    settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", "" + ports.gateway());
    settings.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
    settings.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", "127.0.0.1");
    settings.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", "" + ports.command());
    settings.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", "" + ports.internal());
    settings.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", "1");
    settings.put("ZEEBE_BROKER_CLUSTER_REPLICATIONFACTOR", "1");
    settings.put("ZEEBE_BROKER_CLUSTER_CLUSTERSIZE", "1");
    settings.put("ZEEBE_BROKER_DATA_DIRECTORY", home.resolve("data").toString());
    settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "1GB");
    settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "512MB");
    settings.put("ZEEBE_BROKER_BACKPRESSURE_ENABLED", "false");
    settings.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "128MB");
    if (target != null) {
      String exporter = "ZEEBE_BROKER_EXPORTERS_CONTINUO_";
      settings.put(exporter + "CLASSNAME", "dev.continuo.exporter.JournalExporter");
      settings.put(exporter + "JARPATH", engine.file("exporter.jar").toString());
      settings.put(exporter + "ARGS_JDBCURL", target.jdbcUrl());
      settings.put(exporter + "ARGS_USER", target.user());
      // The environment of a process can be read by its owner and by root only, unlike its command
      // line.
      settings.put(exporter + "ARGS_PASSWORD", target.password());
    }
    return settings;
  }

  /**
   * The gateway answers and the partition processes: right after a crash the first is true before
   * the second.
   */
  @Override
  public void probe() throws IOException {
    GrpcTopology.ask(ports.gateway());
    PartitionPhase.requireProcessing(ports.actuator());
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(30);
  }

  @Override
  public String stopSignal() {
    return "TERM";
  }

  private static final String LOGGING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Written anew by Continuo before each start. -->
      <Configuration status="WARN" shutdownHook="disable">
        <Appenders>
          <Console name="Console" target="SYSTEM_OUT">
            <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%t] %logger{36} - %msg%n"/>
          </Console>
        </Appenders>
        <Loggers>
          <Logger name="io.atomix" level="warn"/>
          <Root level="info">
            <AppenderRef ref="Console"/>
          </Root>
        </Loggers>
      </Configuration>
      """;
}
