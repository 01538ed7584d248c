package dev.continuo.runtime.effect;

import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.ContentHash;
import dev.continuo.runtime.flow.StepContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of proposals, permissions and intents. Every change of state is a compare-and-set. */
final class EffectLedger {
  private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};
  private static final String ENTRIES =
      """
      SELECT i.*, e.run_key, e.proposed_at, a.approved_by
      FROM effect_intent i JOIN effect e USING (effect_key)
      LEFT JOIN effect_approval a ON a.effect_key = e.effect_key AND a.content_hash = e.content_hash
      """;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  EffectLedger(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A proposal's row. */
  record Row(
      String effectKey,
      long runKey,
      String elementId,
      long elementInstance,
      long jobKey,
      String title,
      String contentHash,
      ProposedEffect.State state,
      Instant proposedAt,
      String note,
      @Nullable Instant completedAt) {}

  Optional<Row> row(String effectKey) {
    return jdbc.sql("SELECT * FROM effect WHERE effect_key = ?")
        .param(effectKey)
        .query(EffectLedger::row)
        .optional();
  }

  /** Rows whose step still waits for the engine to hear of the end, or whose sending is due. */
  List<Row> unfinished() {
    return jdbc.sql(
            """
            SELECT * FROM effect WHERE completed_at IS NULL
              AND state IN ('ALLOWED', 'SENT', 'REJECTED', 'FORBIDDEN') ORDER BY proposed_at
            """)
        .query(EffectLedger::row)
        .list();
  }

  /** Effects that wait for an answer and whose step's job is one of these. */
  List<Row> askedBy(List<Long> jobs) {
    return jdbc.sql(
            "SELECT * FROM effect WHERE job_key = ANY (?) AND completed_at IS NULL AND state = 'ASKED'")
        .param(jobs.toArray(Long[]::new))
        .query(EffectLedger::row)
        .list();
  }

  void propose(
      StepContext step, Proposal proposal, List<CardItem> items, ProposedEffect.State state) {
    jdbc.sql(
            """
            INSERT INTO effect(effect_key, run_key, element_id, element_instance, job_key, title, content_hash, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            step.effectKey(),
            step.runKey(),
            step.elementId(),
            step.elementInstanceKey(),
            step.jobKey(),
            proposal.title(),
            ContentHash.of(items),
            state.name())
        .update();
    int ordinal = 0;
    for (Intent intent : proposal.intents()) {
      jdbc.sql(
              """
              INSERT INTO effect_intent(idempotency_key, effect_key, ordinal, channel, summary, content, state)
              VALUES (?, ?, ?, ?, ?, ?, 'PROPOSED')
              """)
          .params(
              step.effectKey() + "-" + intent.channel() + "-" + ordinal,
              step.effectKey(),
              ordinal++,
              intent.channel(),
              intent.summary(),
              json.writeValueAsString(intent.content()))
          .update();
    }
  }

  /**
   * Takes over edited content before anything was sent; the permission must be for this content.
   */
  void rewrite(String effectKey, List<CardItem> items) {
    for (int i = 0; i < items.size(); i++) {
      jdbc.sql(
              """
              UPDATE effect_intent SET content = ?
              WHERE effect_key = ? AND ordinal = ? AND state = 'PROPOSED'
              """)
          .params(json.writeValueAsString(items.get(i).content()), effectKey, i)
          .update();
    }
    jdbc.sql("UPDATE effect SET content_hash = ? WHERE effect_key = ?")
        .params(ContentHash.of(items), effectKey)
        .update();
  }

  void permit(String effectKey, String approvedBy) {
    jdbc.sql(
            """
            INSERT INTO effect_approval(effect_key, content_hash, approved_by)
            SELECT effect_key, content_hash, ? FROM effect WHERE effect_key = ?
            ON CONFLICT DO NOTHING
            """)
        .params(approvedBy, effectKey)
        .update();
  }

  boolean move(String effectKey, ProposedEffect.State from, ProposedEffect.State to, String note) {
    return jdbc.sql("UPDATE effect SET state = ?, note = ? WHERE effect_key = ? AND state = ?")
            .params(to.name(), note, effectKey, from.name())
            .update()
        == 1;
  }

  void completed(String effectKey) {
    jdbc.sql("UPDATE effect SET completed_at = now() WHERE effect_key = ?")
        .param(effectKey)
        .update();
  }

  List<LedgerEntry> intents(String effectKey) {
    return jdbc.sql(ENTRIES + " WHERE i.effect_key = ? ORDER BY i.ordinal")
        .param(effectKey)
        .query(this::entry)
        .list();
  }

  List<LedgerEntry> ofRun(long runKey) {
    return jdbc.sql(ENTRIES + " WHERE e.run_key = ? ORDER BY e.proposed_at, i.ordinal")
        .param(runKey)
        .query(this::entry)
        .list();
  }

  List<LedgerEntry> newest(int limit) {
    return jdbc.sql(ENTRIES + " ORDER BY e.proposed_at DESC, i.ordinal LIMIT ?")
        .param(limit)
        .query(this::entry)
        .list();
  }

  /**
   * Claims an intent for one sending. Only with a permission for exactly the present content.
   *
   * @return false where it is not due, was claimed before or nobody allowed it
   */
  boolean claim(String idempotencyKey) {
    return jdbc.sql(
                """
                UPDATE effect_intent i SET state = 'SENDING', sending_since = now(), tries = tries + 1
                FROM effect e, effect_approval a
                WHERE i.idempotency_key = ? AND i.state = 'PROPOSED'
                  AND (i.next_try_at IS NULL OR i.next_try_at <= now())
                  AND e.effect_key = i.effect_key AND e.state = 'ALLOWED'
                  AND a.effect_key = e.effect_key AND a.content_hash = e.content_hash
                """)
            .param(idempotencyKey)
            .update()
        == 1;
  }

  void confirmed(String idempotencyKey, String receipt, Map<String, Object> details) {
    jdbc.sql(
            """
            UPDATE effect_intent SET state = 'CONFIRMED', receipt = ?, details = ?, why = NULL, settled_at = now()
            WHERE idempotency_key = ?
            """)
        .params(receipt, json.writeValueAsString(details), idempotencyKey)
        .update();
  }

  void settled(String idempotencyKey, LedgerEntry.State state, String why) {
    jdbc.sql(
            """
            UPDATE effect_intent SET state = ?, why = ?, settled_at = now() WHERE idempotency_key = ?
            """)
        .params(state.name(), why, idempotencyKey)
        .update();
  }

  void later(String idempotencyKey, String why, Duration pause) {
    jdbc.sql(
            """
            UPDATE effect_intent SET state = 'PROPOSED', why = ?, next_try_at = ? WHERE idempotency_key = ?
            """)
        .params(why, Timestamp.from(Instant.now().plus(pause)), idempotencyKey)
        .update();
  }

  String effectOf(String idempotencyKey) {
    return jdbc.sql("SELECT effect_key FROM effect_intent WHERE idempotency_key = ?")
        .param(idempotencyKey)
        .query(String.class)
        .single();
  }

  int tries(String idempotencyKey) {
    return jdbc.sql("SELECT tries FROM effect_intent WHERE idempotency_key = ?")
        .param(idempotencyKey)
        .query(Integer.class)
        .single();
  }

  /** Intents that were being sent when the app went down: nobody knows how that ended. */
  List<LedgerEntry> cutOff(Instant before) {
    return jdbc.sql(ENTRIES + " WHERE i.state = 'SENDING' AND i.sending_since < ?")
        .param(Timestamp.from(before))
        .query(this::entry)
        .list();
  }

  void rejectOpen(String effectKey, String why) {
    jdbc.sql(
            """
            UPDATE effect_intent SET state = 'REJECTED', why = ?, settled_at = now()
            WHERE effect_key = ? AND state = 'PROPOSED'
            """)
        .params(why, effectKey)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Timestamp completed = row.getTimestamp("completed_at");
    return new Row(
        row.getString("effect_key"),
        row.getLong("run_key"),
        row.getString("element_id"),
        row.getLong("element_instance"),
        row.getLong("job_key"),
        row.getString("title"),
        row.getString("content_hash"),
        ProposedEffect.State.valueOf(row.getString("state")),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("note"),
        completed == null ? null : completed.toInstant());
  }

  private LedgerEntry entry(ResultSet row, int number) throws SQLException {
    Timestamp settled = row.getTimestamp("settled_at");
    return new LedgerEntry(
        row.getString("idempotency_key"),
        row.getString("effect_key"),
        row.getLong("run_key"),
        row.getString("channel"),
        row.getString("summary"),
        LedgerEntry.State.valueOf(row.getString("state")),
        row.getString("receipt"),
        row.getString("why"),
        row.getString("approved_by"),
        row.getTimestamp("proposed_at").toInstant(),
        settled == null ? null : settled.toInstant(),
        json.readValue(row.getString("content"), CONTENT));
  }
}
