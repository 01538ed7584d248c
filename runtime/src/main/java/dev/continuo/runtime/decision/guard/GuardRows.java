package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.GuardEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Events, settings, firings and the mark in PostgreSQL. */
final class GuardRows {
  private static final TypeReference<List<GuardEvent>> EVENTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Long>> NUMBERS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  GuardRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record Mark(String tx, long seq) {}

  record Told(Mark mark, GuardEvent event) {}

  record Setting(String guardId, boolean watching, Map<String, Long> parameters) {}

  double total(String kind, Instant since, String except) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(amount), 0) FROM guard_event
            WHERE kind = ? AND at >= ? AND amount <> 0 AND NOT starts_with(id, ?)
            """)
        .params(kind, Timestamp.from(since), except)
        .query(Double.class)
        .single();
  }

  void tell(GuardEvent event) {
    jdbc.sql(
            """
            INSERT INTO guard_event(id, kind, subject, at, run_key, detail, amount)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """)
        .params(
            Arrays.asList(
                event.id(),
                event.kind(),
                plain(event.subject()),
                Timestamp.from(event.at()),
                event.runKey(),
                plain(event.detail()),
                event.amount()))
        .update();
  }

  /** The mark, locked until the transaction ends; empty while another copy of the app has it. */
  Optional<Mark> lock() {
    return jdbc.sql(
            "SELECT tx::text AS tx, seq FROM guard_mark WHERE name = 'guards' FOR UPDATE SKIP LOCKED")
        .query((row, n) -> new Mark(row.getString("tx"), row.getLong("seq")))
        .optional();
  }

  void save(Mark mark) {
    jdbc.sql("UPDATE guard_mark SET tx = ?::xid8, seq = ? WHERE name = 'guards'")
        .params(mark.tx(), mark.seq())
        .update();
  }

  /**
   * In a restored database the numbers of transactions start over: then everything in it counts as
   * told.
   */
  void afterRestore() {
    jdbc.sql(
            """
            WITH ahead AS (
              SELECT 1 FROM guard_mark WHERE tx >= pg_snapshot_xmax(pg_current_snapshot())),
            older AS (UPDATE guard_event SET tx = '1' WHERE EXISTS (SELECT 1 FROM ahead))
            UPDATE guard_mark SET tx = '1', seq = (SELECT coalesce(max(seq), 0) FROM guard_event)
            WHERE EXISTS (SELECT 1 FROM ahead)
            """)
        .update();
  }

  /** Events after a mark that no open transaction can still precede. */
  List<Told> after(Mark mark, int most) {
    return jdbc.sql(
            """
            SELECT *, tx::text AS txt FROM guard_event
            WHERE (tx, seq) > (:tx::xid8, :seq) AND tx < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY tx, seq LIMIT :most
            """)
        .param("tx", mark.tx())
        .param("seq", mark.seq())
        .param("most", most)
        .query((row, n) -> told(row))
        .list();
  }

  /** Events between two marks, the first excluded. */
  List<Told> between(Mark from, Mark to, int most) {
    return jdbc.sql(
            """
            SELECT *, tx::text AS txt FROM guard_event
            WHERE (tx, seq) > (:tx::xid8, :seq) AND (tx, seq) <= (:totx::xid8, :toseq)
            ORDER BY tx, seq LIMIT :most
            """)
        .param("tx", from.tx())
        .param("seq", from.seq())
        .param("totx", to.tx())
        .param("toseq", to.seq())
        .param("most", most)
        .query((row, n) -> told(row))
        .list();
  }

  /** True where the firing is new. */
  boolean store(Firing firing, Map<String, Long> parameters) {
    return jdbc.sql(
                """
                INSERT INTO guard_firing(key, guard_id, subject, at, sentence, because, parameters)
                VALUES (?, ?, ?, ?, ?, ?::json, ?::json) ON CONFLICT (key) DO NOTHING
                """)
            .params(
                firing.key(),
                firing.guardId(),
                firing.subject(),
                Timestamp.from(firing.at()),
                firing.sentence(),
                json.writeValueAsString(firing.because()),
                json.writeValueAsString(parameters))
            .update()
        == 1;
  }

  List<Firing> firings(@Nullable String guardId, int most) {
    return jdbc.sql(
            """
            SELECT * FROM guard_firing WHERE :guard::text IS NULL OR guard_id = :guard
            ORDER BY at DESC, stored_at DESC LIMIT :most
            """)
        .param("guard", guardId, java.sql.Types.VARCHAR)
        .param("most", most)
        .query(
            (row, n) ->
                new Firing(
                    row.getString("key"),
                    row.getString("guard_id"),
                    row.getString("subject"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("sentence"),
                    json.readValue(row.getString("because"), EVENTS)))
        .list();
  }

  record Said(long howOften, @Nullable Instant last) {}

  Said said(String guardId) {
    return jdbc.sql("SELECT count(*) AS n, max(at) AS last FROM guard_firing WHERE guard_id = ?")
        .param(guardId)
        .query(
            (row, n) -> {
              var last = row.getTimestamp("last");
              return new Said(row.getLong("n"), last == null ? null : last.toInstant());
            })
        .single();
  }

  List<Setting> settings() {
    return jdbc.sql("SELECT guard_id, watching, parameters FROM guard_setting ORDER BY guard_id")
        .query(
            (row, n) ->
                new Setting(
                    row.getString("guard_id"),
                    row.getBoolean("watching"),
                    json.readValue(row.getString("parameters"), NUMBERS)))
        .list();
  }

  void set(Setting setting, String who) {
    jdbc.sql(
            """
            INSERT INTO guard_setting(guard_id, watching, parameters, changed_by)
            VALUES (?, ?, ?::json, ?)
            ON CONFLICT (guard_id) DO UPDATE SET watching = excluded.watching,
              parameters = excluded.parameters, changed_by = excluded.changed_by, changed_at = now()
            """)
        .params(
            setting.guardId(),
            setting.watching(),
            json.writeValueAsString(setting.parameters()),
            who)
        .update();
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        new Mark(row.getString("txt"), row.getLong("seq")),
        new GuardEvent(
            row.getString("id"),
            row.getString("kind"),
            row.getString("subject"),
            row.getTimestamp("at").toInstant(),
            row.getObject("run_key", Long.class),
            row.getString("detail"),
            row.getDouble("amount")));
  }

  /** Text from outside, short and in characters that PostgreSQL takes. */
  private static String plain(String text) {
    var line = text.replace("\u0000", "");
    return line.length() > 500 ? line.substring(0, 500) : line;
  }
}
