package dev.continuo.runtime.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what was asked to start. One key has one row. */
final class TriggerRows {
  private static final int MOST_OPEN = 100;
  private static final int MOST_SHOWN = 200;

  private final JdbcClient jdbc;
  private final WrittenTogether<Asked, Accepted> together = new WrittenTogether<>(this::write);

  TriggerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Trigger(String triggerKey, String flowId, String variables) {}

  /** A start that wants its row. */
  record Asked(StartRequest request, String variables, int tries) {}

  /**
   * Whether nobody asked for it before.
   *
   * @param contentHash of what there is to start; null where the flow has no release
   */
  record Accepted(@Nullable String contentHash, boolean first) {}

  /** Writes the row, together with those of others who ask at the same time. */
  Accepted accept(Asked asked) {
    return together.write(asked);
  }

  /** The same for a row that belongs to the caller's transaction. */
  Accepted acceptWithin(Asked asked) {
    return write(List.of(asked)).getFirst();
  }

  /** The newest releases and the triggers' rows, in one statement. */
  private List<Accepted> write(List<Asked> asked) {
    var hashes = new HashMap<String, String>();
    var made = new HashSet<String>();
    jdbc.sql(
            """
            WITH asked AS (
              SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
                AS a(trigger_key, flow_id, origin, variables, tries)
            ), newest AS (
              SELECT DISTINCT ON (flow_id) flow_id, content_hash FROM flow_version
              WHERE flow_id = ANY (?::text[]) ORDER BY flow_id, version DESC
            ), made AS (
              INSERT INTO start_trigger(trigger_key, flow_id, origin, variables, tries)
              SELECT trigger_key, flow_id, origin, variables, tries FROM asked JOIN newest USING (flow_id)
              ON CONFLICT (trigger_key) DO NOTHING RETURNING trigger_key
            )
            SELECT flow_id, content_hash, NULL AS trigger_key FROM newest
            UNION ALL SELECT NULL, NULL, trigger_key FROM made
            """)
        .param(column(asked, a -> a.request().triggerKey()))
        .param(column(asked, a -> a.request().flowId()))
        .param(column(asked, a -> a.request().origin()))
        .param(column(asked, Asked::variables))
        .param(asked.stream().map(Asked::tries).toArray(Integer[]::new))
        .param(asked.stream().map(a -> a.request().flowId()).distinct().toArray(String[]::new))
        .query(
            row -> {
              if (row.getString("trigger_key") == null) {
                hashes.put(row.getString("flow_id"), row.getString("content_hash"));
              } else {
                made.add(row.getString("trigger_key"));
              }
            });
    return asked.stream()
        // of two with one key in one statement the first is the first
        .map(
            a ->
                new Accepted(
                    hashes.get(a.request().flowId()), made.remove(a.request().triggerKey())))
        .toList();
  }

  private static String[] column(List<Asked> asked, Function<Asked, String> field) {
    return asked.stream().map(field).toArray(String[]::new);
  }

  /** What has no run yet and was not tried just now; what the engine refused comes last. */
  List<Trigger> open() {
    return jdbc.sql(
            """
            SELECT trigger_key, flow_id, variables FROM start_trigger
            WHERE confirmed_at IS NULL AND last_try_at < now()
              - CASE WHEN refused_at IS NULL THEN interval '5 seconds' ELSE interval '2 minutes' END
            ORDER BY refused_at NULLS FIRST, created_at LIMIT ?
            """)
        .param(MOST_OPEN)
        .query(Trigger.class)
        .list();
  }

  void tried(String triggerKey) {
    jdbc.sql(
            "UPDATE start_trigger SET last_try_at = now(), tries = tries + 1 WHERE trigger_key = ?")
        .param(triggerKey)
        .update();
  }

  /** It may go better the next time. */
  void failed(String triggerKey, String why) {
    jdbc.sql("UPDATE start_trigger SET last_error = ? WHERE trigger_key = ?")
        .params(why, triggerKey)
        .update();
  }

  /** It will not go better unless something changes. */
  void refused(String triggerKey, String why) {
    jdbc.sql("UPDATE start_trigger SET last_error = ?, refused_at = now() WHERE trigger_key = ?")
        .params(why, triggerKey)
        .update();
  }

  List<RefusedStart> refused() {
    return jdbc.sql(
            """
            SELECT trigger_key, flow_id, origin, last_error AS why, created_at AS since
            FROM start_trigger WHERE confirmed_at IS NULL AND refused_at IS NOT NULL
            ORDER BY created_at DESC LIMIT ?
            """)
        .param(MOST_SHOWN)
        .query(RefusedStart.class)
        .list();
  }

  /** Nothing was started with it. */
  void forget(String triggerKey) {
    jdbc.sql("DELETE FROM start_trigger WHERE trigger_key = ? AND confirmed_at IS NULL")
        .param(triggerKey)
        .update();
  }

  Optional<Long> runOf(String triggerKey) {
    return jdbc.sql(
            "SELECT run_key FROM start_trigger WHERE trigger_key = ? AND run_key IS NOT NULL")
        .param(triggerKey)
        .query(Long.class)
        .optional();
  }
}
