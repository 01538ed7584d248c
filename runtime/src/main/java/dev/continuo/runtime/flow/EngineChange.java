package dev.continuo.runtime.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over a process engine that does not continue the journal, when the owner asked for it: the
 * broker's folder was lost and cannot be put back. Memory, mails, flows, rules and settings stay.
 * The old runs stay readable under keys that no engine gives; those that were open are ended, and
 * their cards are withdrawn. One transaction; without the owner's word, or where the exporter finds
 * that the engine continues the journal, nothing is done.
 */
final class EngineChange {
  private static final Logger log = LoggerFactory.getLogger(EngineChange.class);

  /** Above every key that up to 64 partitions give (partition number times 2^51). */
  private static final long APART = 1L << 58;

  private static final List<String> ENDED =
      List.of(
          """
          INSERT INTO run_trace(key, run_key, kind, sentence, details, at)
          SELECT 'engine-change-' || :epoch || '-' || run_key, run_key, 'NOTE',
                 'was ended, because the process engine that ran it is gone.', '{}', now()
          FROM run WHERE state NOT IN ('COMPLETED', 'TERMINATED')
          """,
          """
          UPDATE run SET state = 'TERMINATED', ended_at = now(), open_incidents = 0
          WHERE state NOT IN ('COMPLETED', 'TERMINATED')
          """,
          "DELETE FROM run_element",
          "DELETE FROM run_user_task",
          "UPDATE run_incident SET resolved_at = now() WHERE resolved_at IS NULL",
          "DELETE FROM run_count",
          "INSERT INTO run_count SELECT flow_id, state, count(*) FROM run GROUP BY flow_id, state",
          """
          UPDATE card c SET state = 'WITHDRAWN', closed_at = now()
          WHERE state IN ('OPEN', 'SNOOZED') AND (kind IN ('TASK', 'STUCK') OR kind = 'EFFECT'
            AND EXISTS (SELECT 1 FROM effect e WHERE c.card_key = 'effect-' || e.effect_key
                        AND e.state = 'ASKED'))
          """,
          """
          UPDATE effect_intent i SET state = 'REJECTED', settled_at = now(),
                 why = 'The process engine that ran it is gone, so nothing was sent.'
          FROM effect e WHERE e.effect_key = i.effect_key AND e.state = 'ASKED' AND i.state = 'PROPOSED'
          """,
          "UPDATE effect SET state = 'REJECTED', completed_at = now() WHERE state = 'ASKED'",
          "UPDATE calendar_hold SET state = 'RELEASED' WHERE state = 'RESERVED'");

  private static final List<String> SET_APART =
      List.of(
          """
          UPDATE run SET run_key = run_key + :shift, process_key = process_key + :shift,
                 parent_run_key = parent_run_key + :shift WHERE run_key < :apart
          """,
          """
          UPDATE run_incident SET incident_key = incident_key + :shift, run_key = run_key + :shift,
                 element_key = element_key + :shift, job_key = job_key + :shift WHERE run_key < :apart
          """,
          """
          UPDATE run_trace SET run_key = run_key + :shift, element_key = element_key + :shift
          WHERE run_key < :apart
          """,
          """
          UPDATE step_execution SET job = job + :shift, run_key = run_key + :shift,
                 element_instance_key = element_instance_key + :shift WHERE run_key < :apart
          """,
          """
          UPDATE decision_evaluation SET run_key = run_key + :shift,
                 element_instance_key = element_instance_key + :shift,
                 replay_key = :tag || replay_key WHERE run_key < :apart
          """,
          """
          UPDATE effect SET run_key = run_key + :shift, job_key = job_key + :shift,
                 element_instance = element_instance + :shift WHERE run_key < :apart
          """,
          "UPDATE card SET run_key = run_key + :shift WHERE run_key < :apart",
          """
          UPDATE card SET card_key = :tag || card_key
          WHERE card_key LIKE 'task-%' OR card_key LIKE 'incident-%'
          """,
          "UPDATE agent_memory_write SET run_key = run_key + :shift WHERE run_key < :apart",
          "UPDATE start_trigger SET run_key = run_key + :shift WHERE run_key < :apart",
          "UPDATE calendar_hold SET hold_key = :tag || hold_key WHERE hold_key LIKE 'answer-%'",
          """
          UPDATE journal SET part = (part - 100 * :epoch)::smallint, key = key + :shift,
                 pi = CASE WHEN pi > 0 THEN pi + :shift ELSE pi END,
                 pd = CASE WHEN pd > 0 THEN pd + :shift ELSE pd END,
                 scope = scope + :shift WHERE part > 0
          """,
          """
          UPDATE journal_mark SET part = (part - 100 * :epoch)::smallint, problem = NULL
          WHERE part > 0
          """,
          "UPDATE journal_projected SET part = (part - 100 * :epoch)::smallint WHERE part > 0",
          "DELETE FROM journal_fence",
          "INSERT INTO engine_epoch(epoch) VALUES (:epoch)");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Path ownersWord;
  private final Runnable prompt;
  private final Duration patience;

  /** Whether the engine's log is the one that the journal holds. */
  private enum Log {
    OURS,
    ANOTHER,
    UNKNOWN
  }

  /**
   * @param prompt makes the engine write a record, which the exporter then has to judge
   */
  EngineChange(
      JdbcClient jdbc, TransactionTemplate transactions, Path ownersWord, Runnable prompt) {
    this(jdbc, transactions, ownersWord, prompt, PATIENCE);
  }

  EngineChange(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Path ownersWord,
      Runnable prompt,
      Duration patience) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ownersWord = ownersWord;
    this.prompt = prompt;
    this.patience = patience;
  }

  /** The present engine's epoch, after the change that was asked for. */
  EngineEpoch epoch() {
    if (Files.exists(ownersWord)) {
      switch (judged()) {
        case ANOTHER -> {
          transactions.executeWithoutResult(tx -> change(newest() + 1));
          done();
        }
        case OURS -> {
          log.warn("The process engine continues the journal, so there is nothing to take over");
          done();
        }
        case UNKNOWN ->
            log.warn(
                "The process engine did not answer, so it is not taken over; the next start asks it again");
      }
    }
    return new EngineEpoch(newest());
  }

  /**
   * Asks anew: a complaint that is there may be of an engine whose folder was put back, and where
   * the engine has written nothing yet there is none.
   */
  private Log judged() {
    String before = marks();
    if (before.isEmpty()) {
      return Log.OURS; // an empty journal is continued by any engine
    }
    jdbc.sql("UPDATE journal_mark SET problem = NULL").update();
    for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; ) {
      try {
        prompt.run();
      } catch (EngineTrouble starting) {
        log.info("The process engine is waited for: {}", starting.getMessage());
      }
      if (!pause()) {
        break;
      }
      if (exporterStands()) {
        return Log.ANOTHER;
      }
      if (!marks().equals(before)) {
        return Log.OURS;
      }
    }
    return Log.UNKNOWN;
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Where the journal ends; what was set apart does not move any more. */
  private String marks() {
    return jdbc
        .sql("SELECT part, pos, key FROM journal_mark WHERE part > 0 ORDER BY part")
        .query((row, n) -> row.getInt(1) + ":" + row.getLong(2) + ":" + row.getLong(3))
        .list()
        .stream()
        .collect(Collectors.joining(" "));
  }

  private void change(int epoch) {
    long open =
        jdbc.sql("SELECT count(*) FROM run WHERE state NOT IN ('COMPLETED', 'TERMINATED')")
            .query(Long.class)
            .single();
    ENDED.forEach(statement -> run(statement, epoch));
    SET_APART.forEach(statement -> run(statement, epoch));
    log.warn("Another process engine was taken over; {} open runs of the old one are ended", open);
  }

  private void run(String statement, int epoch) {
    jdbc.sql(statement)
        .param("epoch", epoch)
        .param("shift", epoch * APART)
        .param("apart", APART)
        .param("tag", "before-engine" + epoch + "-")
        .update();
  }

  private boolean exporterStands() {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM journal_mark WHERE problem IS NOT NULL)")
        .query(Boolean.class)
        .single();
  }

  private int newest() {
    return jdbc.sql("SELECT max(epoch) FROM engine_epoch").query(Integer.class).single();
  }

  private void done() {
    try {
      Files.deleteIfExists(ownersWord);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be deleted. Delete it and start again.".formatted(ownersWord), e);
    }
  }
}
