package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.connector.ConnectorDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("apart")
class EngineChangeIT {
  private static final long RUN = (1L << 51) + 1;
  private static final long APART = 1L << 58;

  @TempDir Path data;
  private ConnectorDatabase database;
  private JdbcClient jdbc;
  private Path word;
  private Runnable exporter = this::complains;

  @BeforeEach
  void anOldEngineWithAnOpenRun() {
    database = ConnectorDatabase.fresh();
    jdbc = database.jdbc();
    word = data.resolve("adopt");
    oldRun();
  }

  @Test
  void withoutTheOwnersWordNothingChanges() {
    assertThat(change().number()).isZero();
    assertThat(number("SELECT run_key FROM run")).isEqualTo(RUN);
    assertThat(new EngineEpoch(0).distinct("1-2")).isEqualTo("1-2");
  }

  @Test
  void anEngineThatContinuesTheJournalIsNotTakenOverWhateverWasComplainedOfBefore()
      throws IOException {
    Files.createFile(word);
    exporter = () -> jdbc.sql("UPDATE journal_mark SET pos = pos + 1 WHERE part > 0").update();
    assertThat(change().number()).isZero();
    assertThat(word).doesNotExist();
    assertThat(number("SELECT run_key FROM run")).isEqualTo(RUN);
  }

  @Test
  void anEngineThatHasWrittenNothingYetIsAskedFirst() throws IOException {
    jdbc.sql("UPDATE journal_mark SET problem = NULL").update();
    Files.createFile(word);
    assertThat(change().number()).isEqualTo(1);
    assertThat(word).doesNotExist();
  }

  @Test
  void anEngineThatDoesNotAnswerLeavesTheOwnersWordForTheNextStart() throws IOException {
    Files.createFile(word);
    exporter =
        () -> {
          throw new EngineTrouble.Unreachable("nobody there", new IOException());
        };
    assertThat(change().number()).isZero();
    assertThat(word).exists();
    assertThat(number("SELECT run_key FROM run")).isEqualTo(RUN);
  }

  @Test
  void theOldRunsStayReadableAndTheNewEnginesKeysAreFree() throws IOException {
    Files.createFile(word);
    EngineEpoch epoch = change();

    assertThat(epoch.number()).isEqualTo(1);
    assertThat(epoch.distinct("1-2")).isEqualTo("engine1-1-2");
    assertThat(word).doesNotExist();
    assertThat(number("SELECT run_key FROM run")).isEqualTo(RUN + APART);
    assertThat(text("SELECT state FROM run")).isEqualTo("TERMINATED");
    assertThat(number("SELECT n FROM run_count WHERE state = 'TERMINATED'")).isEqualTo(1);
    assertThat(text("SELECT sentence FROM run_trace WHERE kind = 'NOTE'"))
        .contains("engine that ran it is gone");
    assertThat(number("SELECT count(*) FROM run_trace WHERE run_key = " + (RUN + APART)))
        .isEqualTo(2);
    assertThat(text("SELECT state FROM card WHERE kind = 'EFFECT'")).isEqualTo("WITHDRAWN");
    assertThat(text("SELECT state FROM card WHERE kind = 'MESSAGE'")).isEqualTo("OPEN");
    assertThat(text("SELECT state FROM effect")).isEqualTo("REJECTED");
    assertThat(text("SELECT state FROM effect_intent")).isEqualTo("REJECTED");
    assertThat(text("SELECT state FROM calendar_hold")).isEqualTo("RELEASED");
    assertThat(number("SELECT run_key FROM start_trigger")).isEqualTo(RUN + APART);
    assertThat(number("SELECT count(*) FROM journal WHERE part = 1")).isZero();
    assertThat(number("SELECT count(*) FROM journal_mark WHERE problem IS NOT NULL")).isZero();
    assertThat(number("SELECT count(*) FROM journal_mark m JOIN journal_projected p USING (part)"))
        .isEqualTo(1);
  }

  @Test
  void aSecondEngineIsTakenOverBesideTheFirst() throws IOException {
    Files.createFile(word);
    change();
    oldRun();
    Files.createFile(word);

    assertThat(change().number()).isEqualTo(2);
    assertThat(jdbc.sql("SELECT run_key FROM run ORDER BY run_key").query(Long.class).list())
        .containsExactly(RUN + APART, RUN + 2 * APART);
    assertThat(jdbc.sql("SELECT part FROM journal ORDER BY part").query(Integer.class).list())
        .containsExactly(-199, -99);
    assertThat(change().number()).isEqualTo(2);
  }

  private void complains() {
    jdbc.sql("UPDATE journal_mark SET problem = 'does not continue the journal' WHERE part > 0")
        .update();
  }

  private EngineEpoch change() {
    return new EngineChange(jdbc, database.transactions(), word, exporter, Duration.ofMillis(1_200))
        .epoch();
  }

  private void oldRun() {
    int epoch = (int) number("SELECT max(epoch) FROM engine_epoch");
    String effect = new EngineEpoch(epoch).distinct(RUN + "-" + (RUN + 5));
    for (String row :
        new String[] {
          "INSERT INTO run VALUES (%1$d, 'lead-intake', 1, %1$d, NULL, 'WAITING', now(), NULL,"
              + " 'mail:<%2$s>', 'New website', 0)",
          "INSERT INTO run_element VALUES (%1$d + 5, %1$d, 'send-answer', 'SERVICE_TASK', %1$d,"
              + " true, now())",
          "INSERT INTO run_trace(key, run_key, kind, sentence, details, at) VALUES ('agent-%2$s',"
              + " %1$d, 'AGENT', 'reads', '{}', now())",
          "INSERT INTO effect(effect_key, run_key, element_id, element_instance, job_key, title,"
              + " content_hash, state) VALUES ('%2$s', %1$d, 'send-answer', %1$d + 5, %1$d + 6,"
              + " 'Answer', 'h', 'ASKED')",
          "INSERT INTO effect_intent(idempotency_key, effect_key, ordinal, channel, summary,"
              + " content, state) VALUES ('%2$s-mail-0', '%2$s', 0, 'mail', 'Answer', '{}',"
              + " 'PROPOSED')",
          "INSERT INTO card(id, card_key, kind, severity, title, summary, run_key, body,"
              + " content_hash, state) VALUES (gen_random_uuid(), 'effect-%2$s', 'EFFECT', 'TODAY',"
              + " 'Answer', '', %1$d, '{}', 'h', 'OPEN')",
          "INSERT INTO card(id, card_key, kind, severity, title, summary, body, content_hash,"
              + " state) VALUES (gen_random_uuid(), 'unreadable-%2$s', 'MESSAGE', 'TODAY',"
              + " 'Unreadable', '', '{}', 'h', 'OPEN')",
          "INSERT INTO start_trigger(trigger_key, flow_id, origin, variables, run_key,"
              + " confirmed_at) VALUES ('mail:<%2$s>', 'lead-intake', 'test', '{}', %1$d, now())",
          "INSERT INTO calendar_hold(hold_id, hold_key, starts_at, ends_at, state) VALUES"
              + " (gen_random_uuid(), 'answer-%1$d', now(), now() + interval '1 hour', 'RESERVED')",
          "INSERT INTO journal(pos, ts, key, pi, pd, part, vt, intent) VALUES (7, now(), %1$d,"
              + " %1$d, %1$d, 1, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED')",
          "INSERT INTO journal_mark VALUES (1, 7, now(), %1$d, 'The log does not continue the"
              + " journal')",
          "INSERT INTO journal_projected VALUES (1, 7)"
        }) {
      jdbc.sql(row.formatted(RUN, effect)).update();
    }
  }

  private long number(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }

  private String text(String query) {
    return jdbc.sql(query).query(String.class).single();
  }
}
