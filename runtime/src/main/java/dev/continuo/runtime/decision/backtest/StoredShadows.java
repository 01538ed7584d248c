package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.ChangedAnswer;
import dev.continuo.rules.replay.RecordedAnswer;
import dev.continuo.rules.replay.Replay;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Follower;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link Shadows} that follow the recorded answers; counts and mark move in one transaction. */
final class StoredShadows implements Shadows, SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(StoredShadows.class);
  private static final int BATCH = 2_000;
  private static final int MOST_DIFFERENCES = 1_000;
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final TypeReference<Map<String, @Nullable Object>> VALUES =
      new TypeReference<>() {};
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Candidates candidates;
  private final DecisionTables tables;
  private final TransactionTemplate transactions;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  StoredShadows(
      JdbcClient jdbc,
      JsonMapper json,
      Candidates candidates,
      DecisionTables tables,
      TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.candidates = candidates;
    this.tables = tables;
    this.transactions = transactions;
  }

  @Override
  public Shadow start(String tableId, String candidateXml, Duration howLong, String who) {
    candidates.compile(candidateXml);
    tables.released(tableId);
    var id = UUID.randomUUID().toString();
    var until = Instant.now().plus(howLong.compareTo(LONGEST) > 0 ? LONGEST : howLong);
    transactions.executeWithoutResult(
        tx -> {
          jdbc.sql(
                  """
                  UPDATE shadow SET ended_at = now(), ended_why = 'Another candidate took its place.'
                  WHERE table_id = ? AND ended_at IS NULL
                  """)
              .param(tableId)
              .update();
          jdbc.sql(
                  """
                  INSERT INTO shadow(id, table_id, candidate_xml, started_by, until)
                  VALUES (?, ?, ?, ?, ?)
                  """)
              .params(id, tableId, candidateXml, who, Timestamp.from(until))
              .update();
          // what was recorded before it began is none of its business
          jdbc.sql(
                  """
                  INSERT INTO decision_follower(name, tx, id)
                  VALUES (?, pg_current_xact_id(), 0)
                  """)
              .param(id)
              .update();
        });
    return shadow(id);
  }

  @Override
  public void end(String id, String why) {
    jdbc.sql("UPDATE shadow SET ended_at = now(), ended_why = ? WHERE id = ? AND ended_at IS NULL")
        .params(why, id)
        .update();
  }

  @Override
  public List<Shadow> of(String tableId) {
    return jdbc.sql("SELECT * FROM shadow WHERE table_id = ? ORDER BY started_at DESC LIMIT 50")
        .param(tableId)
        .query((row, n) -> shadow(row))
        .list();
  }

  @Override
  public List<ChangedDecision> differences(String id, int most) {
    return jdbc.sql(
            "SELECT * FROM shadow_difference WHERE shadow_id = ? ORDER BY evaluation_id DESC LIMIT ?")
        .params(id, most)
        .query((row, n) -> difference(row))
        .list();
  }

  private Shadow shadow(String id) {
    return jdbc.sql("SELECT * FROM shadow WHERE id = ?")
        .param(id)
        .query((row, n) -> shadow(row))
        .single();
  }

  /** Asks the running ones what was recorded meanwhile; true where there may be more. */
  boolean step() {
    boolean more = false;
    var now =
        jdbc.sql("SELECT * FROM shadow WHERE ended_at IS NULL")
            .query((row, n) -> shadow(row))
            .list();
    for (Shadow shadow : now) {
      more |= Boolean.TRUE.equals(transactions.execute(tx -> follow(shadow)));
    }
    return more;
  }

  private boolean follow(Shadow shadow) {
    var from = Follower.lock(jdbc, shadow.id());
    if (from.isEmpty()) {
      return false;
    }
    var to = from.get().ahead(jdbc, BATCH);
    if (to.isEmpty()) {
      if (shadow.until().isBefore(Instant.now())) {
        end(shadow.id(), "Its time is over.");
      }
      return false;
    }
    var candidate = candidates.compile(shadow.candidateXml());
    var changes = new ArrayList<ChangedAnswer>();
    var report =
        Replay.withRecorded(
            candidate,
            candidate.mainDecision().id(),
            between(shadow, from.get(), to.get()).iterator(),
            changes::add);
    changes.stream()
        .limit(Math.max(0, MOST_DIFFERENCES - shadow.changed()))
        .forEach(change -> keep(shadow, Candidates.decision(change)));
    jdbc.sql(
            """
            UPDATE shadow SET asked = asked + ?, changed = changed + ?, failed = failed + ?
            WHERE id = ?
            """)
        .params(report.asked(), report.changed(), report.failed(), shadow.id())
        .update();
    to.get().save(jdbc);
    report.stopped().ifPresent(why -> end(shadow.id(), why.sentence()));
    return true;
  }

  private List<RecordedAnswer> between(Shadow shadow, Follower.Mark from, Follower.Mark to) {
    return jdbc.sql(
            """
            SELECT id, at, run_key, inputs, outputs FROM decision_evaluation
            WHERE table_id = :table AND at < :until
              AND (tx, id) > (:tx::xid8, :id) AND (tx, id) <= (:totx::xid8, :toid)
            ORDER BY tx, id
            """)
        .params(from.until(to))
        .param("table", shadow.tableId())
        .param("until", Timestamp.from(shadow.until()))
        .query((row, n) -> RecordedAnswers.answer(row, json))
        .list();
  }

  private void keep(Shadow shadow, ChangedDecision change) {
    jdbc.sql(
            """
            INSERT INTO shadow_difference(shadow_id, evaluation_id, at, run_key, inputs, before,
              after, problems)
            VALUES (?, ?, ?, ?, ?::json, ?::json, ?::json, ?::json) ON CONFLICT DO NOTHING
            """)
        .params(
            Arrays.asList(
                shadow.id(),
                change.evaluationId(),
                Timestamp.from(change.at()),
                change.runKey(),
                json.writeValueAsString(change.inputs()),
                json.writeValueAsString(change.before()),
                json.writeValueAsString(change.after()),
                json.writeValueAsString(
                    change.problem() == null ? List.of() : List.of(change.problem()))))
        .update();
  }

  private ChangedDecision difference(ResultSet row) throws SQLException {
    var problems = json.readValue(row.getString("problems"), WORDS);
    return new ChangedDecision(
        row.getLong("evaluation_id"),
        row.getTimestamp("at").toInstant(),
        row.getObject("run_key", Long.class),
        json.readValue(row.getString("inputs"), VALUES),
        json.readValue(row.getString("before"), VALUES),
        json.readValue(row.getString("after"), VALUES),
        List.of(),
        problems.isEmpty() ? null : problems.getFirst());
  }

  private static Shadow shadow(ResultSet row) throws SQLException {
    var ended = row.getTimestamp("ended_at");
    return new Shadow(
        row.getString("id"),
        row.getString("table_id"),
        row.getString("candidate_xml"),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("until").toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString("ended_why"),
        row.getLong("asked"),
        row.getLong("changed"),
        row.getLong("failed"));
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("shadows").priority(Thread.MIN_PRIORITY).factory());
    running = true;
    clock.scheduleWithFixedDelay(this::tick, 2, 2, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      while (running && step()) {
        // more
      }
    } catch (RuntimeException trouble) {
      if (running) {
        log.warn("Shadows look again in a moment: {}", trouble.toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
