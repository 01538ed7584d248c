package dev.continuo.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.testing.TestEngines;
import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exporter against a real PostgreSQL, one empty database per test. */
@Tag("apart")
class JournalExporterIT {
  private static final Path MIGRATION =
      Path.of("..", "src", "main", "resources", "db", "migration", "V1__journal.sql");

  private final EngineAddresses database = TestEngines.shared().freshDatabase();
  private final List<JournalExporter> opened = new ArrayList<>();
  private Connection sql;

  @BeforeEach
  void connect() throws Exception {
    sql = DriverManager.getConnection(database.jdbcUrl(), database.dbUser(), database.dbPassword());
  }

  @AfterEach
  void close() throws Exception {
    opened.forEach(JournalExporter::close);
    sql.close();
  }

  @Test
  void storesAfterFiftyMillisecondsAndAcknowledgesThen() throws Exception {
    migrate();
    FakeBroker broker = broker(-1);
    JournalExporter exporter = open(broker);

    exporter.export(Records.variable(4, "lead", "{\"kind\":\"quote\"}"));
    exporter.export(
        Records.element(5, BpmnElementType.PROCESS, ProcessInstanceIntent.ELEMENT_ACTIVATED));
    exporter.export(Records.task(6));
    assertThat(broker.acknowledged).isEqualTo(-1);
    assertThat(broker.timers()).isEqualTo(1);
    broker.fireTimers();

    assertThat(broker.acknowledged).isEqualTo(6);
    assertThat(positions()).containsExactly(4L, 5L, 6L);
    try (ResultSet row =
        sql.createStatement()
            .executeQuery(
                "SELECT extract(epoch from ts) * 1000, key, pi, pd, vt, intent, el, et, scope, p"
                    + " FROM journal WHERE pos = 6")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(1_763_800_000_006L);
      assertThat(row.getLong(2)).isEqualTo(Records.RUN + 6);
      assertThat(row.getLong(3)).isEqualTo(Records.RUN);
      assertThat(row.getLong(4)).isEqualTo(77);
      assertThat(row.getString(5)).isEqualTo("PROCESS_INSTANCE");
      assertThat(row.getString(6)).isEqualTo("ELEMENT_ACTIVATED");
      assertThat(row.getString(7)).isEqualTo("greet");
      assertThat(row.getString(8)).isEqualTo("SERVICE_TASK");
      assertThat(row.getLong(9)).isEqualTo(Records.RUN);
      assertThat(row.getBytes(10)).isNull();
    }
    assertThat(
            text(
                "SELECT convert_from(p, 'UTF8')::jsonb #>> '{value,kind}' FROM journal WHERE pos = 4"))
        .isEqualTo("quote");
  }

  @Test
  void storesAtOnceWhenTheBufferIsFull() throws Exception {
    migrate();
    FakeBroker broker = broker(-1);
    export(open(broker), 1, JournalExporter.BUFFER);
    assertThat(broker.acknowledged).isEqualTo(JournalExporter.BUFFER);
    assertThat(broker.timers()).isZero();
  }

  @Test
  void aThousandPositionsSentAgainAfterAKillAreStoredOnce() throws Exception {
    migrate();
    JournalExporter killed = open(broker(-1));
    export(killed, 1, 1_000);
    assertThat(positions()).hasSize(1_000);
    // the broker had no snapshot yet: it begins again at its first record
    FakeBroker broker = broker(-1);
    JournalExporter again = open(broker);
    export(again, 1, 1_200);
    broker.fireTimers();

    assertThat(positions()).isEqualTo(LongStream.rangeClosed(1, 1_200).boxed().toList());
    assertThat(broker.acknowledged).isEqualTo(1_200);
  }

  @Test
  void keepsWhatItTookAndRefusesMoreUntilTheTablesAreThere() throws Exception {
    FakeBroker broker = broker(-1);
    JournalExporter exporter = open(broker);
    export(exporter, 1, 10);
    broker.fireTimers();
    assertThat(broker.acknowledged).isEqualTo(-1);
    assertThatThrownBy(() -> exporter.export(Records.task(11)))
        .isInstanceOf(JournalUnreachable.class)
        .hasMessageContaining("journal_mark");

    migrate();
    export(exporter, 11, 12);
    broker.fireTimers();
    assertThat(positions()).isEqualTo(LongStream.rangeClosed(1, 12).boxed().toList());
    assertThat(broker.acknowledged).isEqualTo(12);
  }

  @Test
  void storesByItselfWhenTheTargetComesBack() throws Exception {
    FakeBroker broker = broker(-1);
    export(open(broker), 1, 3);
    broker.fireTimers();
    assertThat(broker.timers()).as("it tries again without a new record").isEqualTo(1);
    migrate();
    broker.fireTimers();
    assertThat(positions()).containsExactly(1L, 2L, 3L);
    assertThat(broker.acknowledged).isEqualTo(3);
  }

  @Test
  void aCutConnectionLosesAndDoublesNothing() throws Exception {
    migrate();
    FakeBroker broker = broker(-1);
    JournalExporter exporter = open(broker);
    export(exporter, 1, 5);
    broker.fireTimers();
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'continuo-exporter' AND datname = current_database()");
    export(exporter, 6, 7);
    broker.fireTimers();
    broker.fireTimers();
    assertThat(positions()).isEqualTo(LongStream.rangeClosed(1, 7).boxed().toList());
    assertThat(broker.acknowledged).isEqualTo(7);
  }

  @Test
  void twoExportersOfOnePartitionFenceEachOther() throws Exception {
    migrate();
    FakeBroker oldLeader = broker(-1);
    FakeBroker newLeader = broker(-1);
    JournalExporter late = open(oldLeader);
    JournalExporter current = open(newLeader);
    export(late, 1, 10);
    oldLeader.fireTimers();
    export(late, 11, 20); // in its buffer when it loses the partition
    export(current, 1, 15);
    newLeader.fireTimers();
    oldLeader.fireTimers();
    export(current, 16, 25);
    newLeader.fireTimers();

    assertThat(positions()).isEqualTo(LongStream.rangeClosed(1, 25).boxed().toList());
    assertThat(newLeader.acknowledged).isEqualTo(25);
  }

  @Test
  void noticesABrokerThatLostItsFolder() throws Exception {
    migrate();
    FakeBroker first = broker(-1);
    export(open(first), 100, 150);
    first.fireTimers();

    // positions begin again below the mark, at a later time
    FakeBroker wiped = broker(-1);
    JournalExporter exporter = open(wiped);
    exporter.export(later(90));
    wiped.fireTimers();
    assertThat(wiped.acknowledged).isEqualTo(-1);
    assertThatThrownBy(() -> exporter.export(later(91)))
        .hasMessageContaining("does not continue the journal");
    assertThat(text("SELECT problem FROM journal_mark"))
        .contains("The broker's folder was probably emptied", "./continuo adopt");
    assertThat(positions()).hasSize(51);
  }

  @Test
  void noticesAWipedBrokerThatIsAlreadyBeyondTheMark() throws Exception {
    migrate();
    FakeBroker first = broker(-1);
    export(open(first), 1, 3);
    first.fireTimers();
    FakeBroker wiped = broker(-1);
    export(open(wiped), 9, 9);
    wiped.fireTimers();
    assertThat(positions()).containsExactly(1L, 2L, 3L);
    assertThat(text("SELECT problem FROM journal_mark")).isNotNull();
  }

  @Test
  void continuesAfterItsLastAcknowledgedPosition() throws Exception {
    migrate();
    FakeBroker first = broker(-1);
    export(open(first), 1, 3);
    first.fireTimers();
    FakeBroker restarted = broker(3);
    export(open(restarted), 9, 9);
    restarted.fireTimers();
    assertThat(positions()).containsExactly(1L, 2L, 3L, 9L);
  }

  @Test
  void readsItsArgumentsInAnyCase() {
    FakeBroker broker = new FakeBroker(Map.of("jdbcurl", "jdbc:postgresql://h/d", "USER", "u"), -1);
    assertThat(Target.of(broker)).isEqualTo(new Target("jdbc:postgresql://h/d", "u", ""));
    assertThatThrownBy(() -> Target.of(new FakeBroker(Map.of(), -1)))
        .hasMessageContaining("ZEEBE_BROKER_EXPORTERS_CONTINUO_ARGS_JDBCURL");
  }

  private static Record<?> later(long position) {
    var record = (ImmutableRecord<?>) Records.task(position);
    return record.withTimestamp(record.getTimestamp() + 3_600_000);
  }

  private FakeBroker broker(long acknowledged) {
    return new FakeBroker(
        Map.of(
            "jdbcUrl", database.jdbcUrl(),
            "user", database.dbUser(),
            "password", database.dbPassword()),
        acknowledged);
  }

  private JournalExporter open(FakeBroker broker) {
    JournalExporter exporter = new JournalExporter();
    exporter.configure(broker);
    exporter.open(broker);
    opened.add(exporter);
    return exporter;
  }

  private static void export(JournalExporter exporter, long from, long to) {
    LongStream.rangeClosed(from, to).mapToObj(Records::task).forEach(exporter::export);
  }

  private void migrate() throws Exception {
    execute(Files.readString(MIGRATION));
  }

  private List<Long> positions() throws Exception {
    try (Statement statement = sql.createStatement();
        ResultSet rows = statement.executeQuery("SELECT pos FROM journal ORDER BY pos")) {
      List<Long> positions = new ArrayList<>();
      while (rows.next()) {
        positions.add(rows.getLong(1));
      }
      return positions;
    }
  }

  private String text(String query) throws Exception {
    try (Statement statement = sql.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String command) throws Exception {
    try (Statement statement = sql.createStatement()) {
      statement.execute(command);
    }
  }
}
