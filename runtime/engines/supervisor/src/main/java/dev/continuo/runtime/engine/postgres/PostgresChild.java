package dev.continuo.runtime.engine.postgres;

import dev.continuo.runtime.engine.child.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL on loopback TCP only, every login by SCRAM with a random password, nothing traded for
 * speed. The application's role {@code continuo} owns its database and is no superuser; the
 * superuser's password stays in the data folder.
 */
public final class PostgresChild implements Child {

  private static final String DATABASE = "continuo";
  public static final String USER = "continuo";
  private static final String ADMIN = "postgres";

  private final Path home;
  private final Path logs;
  private final Path unpackInto;
  private final int port;
  private final Secret adminSecret;
  private final Secret secret;
  private final String version = PostgresBinaries.version();
  private volatile boolean databaseReady;

  /**
   * @param unpackInto folder for the programs, which may be shared by several data folders
   * @param adminSecret password of the superuser
   * @param secret password of the application's role
   */
  public PostgresChild(
      Path home, Path logs, Path unpackInto, int port, Secret adminSecret, Secret secret) {
    this.home = home;
    this.logs = logs;
    this.unpackInto = unpackInto;
    this.port = port;
    this.adminSecret = adminSecret;
    this.secret = secret;
  }

  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** The argument by which a server on this folder is found among all processes. */
  public static String marker(Path home) {
    return home.resolve("data").toString();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String marker() {
    return marker(home);
  }

  private Path cluster() {
    return home.resolve("data");
  }

  private Path programs() {
    return unpackInto.resolve("postgres-" + version).resolve("bin");
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    PostgresBinaries.unpackInto(unpackInto, version);
    if (!Files.exists(cluster().resolve("PG_VERSION"))) {
      create();
    }
    setStrangersPidAside();
    databaseReady = false;
  }

  /**
   * Creates the cluster beside its place and moves it there when it is whole, so that a kill in
   * between leaves no half cluster.
   */
  private void create() throws IOException, InterruptedException {
    Path part = Files.createTempDirectory(home, "new");
    List<String> words = new ArrayList<>(prefix());
    words.addAll(
        List.of(
            programs().resolve("initdb").toString(),
            "--pgdata=" + part,
            "--username=" + ADMIN,
            "--pwfile=" + adminSecret.file(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Path log = logs.resolve("postgres-initdb.log");
    Process initdb =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!initdb.waitFor(2, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
      initdb.destroyForcibly();
      throw new IOException("Its database could not be created: " + Files.readString(log).strip());
    }
    Files.move(part, cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * After a kill the pid in {@code postmaster.pid} may by now belong to a stranger, and PostgreSQL
   * would refuse to start. No server of ours runs on this folder when this is called, so a living
   * process of that pid which is no PostgreSQL proves it.
   */
  private void setStrangersPidAside() throws IOException {
    Path file = cluster().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    String pid = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    boolean stranger =
        pid.matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(pid))
                .map(process -> !process.info().command().orElse("").endsWith("postgres"))
                .orElse(false);
    if (stranger) {
      Files.move(
          file, file.resolveSibling("postmaster.pid.stale"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and the files
   * stay ours.
   */
  private static List<String> prefix() {
    return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
  }

  @Override
  public Command command() {
    List<String> words = new ArrayList<>(prefix());
    words.addAll(
        List.of(
            programs().resolve("postgres").toString(),
            "-D",
            cluster().toString(),
            "-p",
            "" + port));
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("logging_collector", "off"));
    settings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            setting -> words.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue())));
    return new Command(words, Map.of("LC_ALL", "C"), home);
  }

  @Override
  public void probe() throws IOException {
    try {
      if (!databaseReady) {
        createDatabase();
        databaseReady = true;
      }
      try (Connection connection = connect(DATABASE, USER, secret.text());
          Statement statement = connection.createStatement();
          ResultSet one = statement.executeQuery("select 1")) {
        one.next();
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection admin = connect("postgres", ADMIN, adminSecret.text());
        Statement statement = admin.createStatement()) {
      if (!found(admin, "select 1 from pg_roles where rolname = ?", USER)) {
        // No parameter can stand here; the secret is hexadecimal.
        statement.execute("create role " + USER + " login password '" + secret.text() + "'");
      }
      if (!found(admin, "select 1 from pg_database where datname = ?", DATABASE)) {
        statement.execute("create database " + DATABASE + " owner " + USER);
      }
    }
  }

  private static boolean found(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private Connection connect(String database, String user, String password) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "2");
    login.setProperty("socketTimeout", "10");
    login.setProperty("ApplicationName", "continuo-supervisor");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(30);
  }

  /** INT is PostgreSQL's fast shutdown: it ends its clients, on TERM it would wait for them. */
  public static final String STOP_SIGNAL = "INT";

  @Override
  public String stopSignal() {
    return STOP_SIGNAL;
  }
}
