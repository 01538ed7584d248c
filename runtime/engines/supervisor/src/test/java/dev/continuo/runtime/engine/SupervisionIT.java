package dev.continuo.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.engine.testing.TestFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the supervisor promises, tried on its quickest engine with data folders of its own. */
@Tag("apart")
class SupervisionIT {

  @TempDir Path folder;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private DataFolder data;

  @BeforeEach
  void open() {
    data = folder("data");
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable last : opened.reversed()) {
      last.close();
    }
  }

  @Test
  void startsAKilledEngineAgainOnItsPortWithItsData() throws SQLException {
    Engines engines = start(data);
    run(engines, "create table kept (id int)");
    ProcessStatus before = status(engines);

    engines.kill(EngineName.POSTGRES);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                status(engines).state() == ProcessState.RUNNING
                    && status(engines).pid() != before.pid());
    assertThat(status(engines).port()).isEqualTo(before.port());
    run(engines, "insert into kept values (1)");
  }

  @Test
  void goesOnWithTheOrphanOfAKilledAppInsteadOfStartingASecond() {
    Engines killed = start(data);
    ProcessStatus orphan = status(killed);
    killed.abandon();

    Engines next = start(data);

    assertThat(status(next).pid()).isEqualTo(orphan.pid());
    next.close();
    assertThat(ProcessHandle.of(orphan.pid()).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void stopsAnOrphanThatWasStartedDifferentlyEvenWithoutItsStatusFile() throws Exception {
    Engines killed = start(data);
    ProcessStatus orphan = status(killed);
    killed.abandon();
    Files.delete(data.root().resolve("run/postgres.json"));

    Engines next = start(data);

    assertThat(status(next).pid()).isNotEqualTo(orphan.pid());
    assertThat(ProcessHandle.of(orphan.pid()).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void refusesASecondStartOnTheSameFolder() {
    assertThatThrownBy(() -> DataFolder.open(data.root()))
        .isInstanceOfSatisfying(
            DataFolderInUse.class,
            refused -> assertThat(refused.code()).isEqualTo("data-folder-in-use"));
  }

  @Test
  void runsTwoDataFoldersSideBySide() throws SQLException {
    Engines one = start(data);
    Engines other = start(folder("other"));

    run(one, "create table here (id int)");
    run(other, "create table here (id int)");

    assertThat(one.addresses().jdbcUrl()).isNotEqualTo(other.addresses().jdbcUrl());
    assertThat(one.addresses().dbPassword()).isNotEqualTo(other.addresses().dbPassword());
  }

  @Test
  void saysWhyAnEngineDoesNotComeUp() throws Exception {
    Files.createDirectories(data.path("postgres").resolve("data"));
    Files.writeString(data.path("postgres").resolve("data/PG_VERSION"), "9.6\n");
    Engines engines = Engines.start(spec(data));
    opened.add(engines);

    assertThatThrownBy(engines::awaitReady)
        .isInstanceOfSatisfying(
            EngineNotReady.class, why -> assertThat(why.getMessage()).contains("postgres.log"));
    assertThat(status(engines).state()).isEqualTo(ProcessState.FAILED);
  }

  @Test
  void startsNothingThatIsGivenByItsAddress() {
    EnginesSpec external =
        EnginesSpec.none(data)
            .with(
                EngineName.NEO4J,
                new EnginePlace.ExternalNeo4j("neo4j://graph.example:7687", "neo4j", "s"));

    Engines engines = Engines.start(external);
    opened.add(engines);
    engines.awaitReady();

    assertThat(engines.addresses().boltUri()).isEqualTo("neo4j://graph.example:7687");
    assertThat(engines.statuses()).isEmpty();
  }

  @Test
  void refusesAnExporterWithoutADatabaseToWriteTo() {
    EnginesSpec zeebeAlone =
        EnginesSpec.none(data).with(EngineName.ZEEBE, new EnginePlace.Managed(0));

    assertThatThrownBy(() -> Engines.planned(zeebeAlone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("withoutExporter()");
  }

  private DataFolder folder(String name) {
    DataFolder opening = TestFolders.open(folder.resolve(name));
    opened.add(opening);
    return opening;
  }

  private Engines start(DataFolder on) {
    Engines engines = Engines.start(spec(on));
    opened.add(engines);
    engines.awaitReady();
    return engines;
  }

  private static EnginesSpec spec(DataFolder on) {
    return EnginesSpec.none(on).with(EngineName.POSTGRES, new EnginePlace.Managed(0));
  }

  private static ProcessStatus status(Engines engines) {
    return engines.statuses().getFirst();
  }

  private static void run(Engines engines, String sql) throws SQLException {
    EngineAddresses to = engines.addresses();
    try (Connection connection =
        DriverManager.getConnection(to.jdbcUrl(), to.dbUser(), to.dbPassword())) {
      connection.createStatement().execute(sql);
      try (ResultSet row =
          connection.createStatement().executeQuery("select count(*) from pg_tables")) {
        row.next();
      }
    }
  }
}
