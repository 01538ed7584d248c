package dev.continuo.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.engine.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The day's log against a real database, with processes that die at the worst moment. */
@Tag("apart")
class DayLogIT {
  private static final Instant EVENING = Instant.parse("2026-11-22T22:30:00Z");

  @TempDir Path data;
  private final JournalHouse house =
      new JournalHouse(TestEngines.shared().freshDatabase(), Path.of("target", "unused"));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aSentenceWrittenBeforeAKillAndTheCommitIsWrittenOnce() throws Exception {
    DayLog first = log();
    commit(first, "one.");
    var cutOff = house.transactions().getTransaction(new DefaultTransactionDefinition());
    first.append(List.of(new DayLog.Line(EVENING, "two.")));
    house.transactions().rollback(cutOff); // what PostgreSQL does when the process is gone
    assertThat(lines("2026-11-22")).contains("- 23:30:00 two.");

    DayLog second = log();
    second.open();
    assertThat(lines("2026-11-22")).containsExactly("# 2026-11-22", "", "- 23:30:00 one.");
    commit(second, "two.");
    commit(second, "three.");
    assertThat(lines("2026-11-22"))
        .containsExactly(
            "# 2026-11-22", "", "- 23:30:00 one.", "- 23:30:00 two.", "- 23:30:00 three.");
  }

  @Test
  void theSameProcessAlsoWritesARolledBackSentenceOnce() throws Exception {
    DayLog log = log();
    var cutOff = house.transactions().getTransaction(new DefaultTransactionDefinition());
    log.append(List.of(new DayLog.Line(EVENING, "a much longer sentence than the next.")));
    house.transactions().rollback(cutOff);
    commit(log, "short.");
    assertThat(lines("2026-11-22")).containsExactly("# 2026-11-22", "", "- 23:30:00 short.");
  }

  @Test
  void daysBeginAtTheOwnersMidnight() throws Exception {
    DayLog log = log();
    new TransactionTemplate(house.transactions())
        .executeWithoutResult(
            status ->
                log.append(
                    List.of(
                        new DayLog.Line(EVENING, "before."),
                        new DayLog.Line(EVENING.plusSeconds(3600), "after."))));
    assertThat(lines("2026-11-22")).contains("- 23:30:00 before.");
    assertThat(lines("2026-11-23")).contains("- 00:30:00 after.");
  }

  @Test
  void keepsAFileThatWasThereBefore() throws Exception {
    Files.createDirectories(data.resolve("log"));
    Files.writeString(data.resolve("log/2026-11-22.md"), "my notes\n", StandardOpenOption.CREATE);
    DayLog log = log();
    log.open();
    commit(log, "one.");
    assertThat(lines("2026-11-22")).containsExactly("my notes", "- 23:30:00 one.");
  }

  @Test
  void onlyTheOwnerMayReadIt() throws Exception {
    commit(log(), "one.");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("log/2026-11-22.md"))))
        .isEqualTo("rw-------");
  }

  private DayLog log() {
    TransactionTemplate own = new TransactionTemplate(house.transactions());
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new DayLog(data.resolve("log"), house.jdbc(), own, () -> ZoneId.of("Europe/Vienna"));
  }

  private void commit(DayLog log, String text) {
    new TransactionTemplate(house.transactions())
        .executeWithoutResult(status -> log.append(List.of(new DayLog.Line(EVENING, text))));
  }

  private List<String> lines(String day) throws Exception {
    return Files.readAllLines(data.resolve("log").resolve(day + ".md"));
  }
}
