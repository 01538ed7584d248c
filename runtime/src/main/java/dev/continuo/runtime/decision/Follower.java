package dev.continuo.runtime.decision;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far someone has read the recorded answers. The order is that of transactions, and nobody
 * reads past the oldest open one: what commits late comes later and is not skipped.
 */
public final class Follower {
  private Follower() {}

  /** A place in the order of recorded answers. */
  public record Mark(String name, String tx, long id) {
    /** The mark after the next answers; empty where there are none. */
    public Optional<Mark> ahead(JdbcClient jdbc, int most) {
      return jdbc.sql(
              """
              SELECT tx::text AS tx, id FROM (
                SELECT tx, id FROM decision_evaluation
                WHERE (tx, id) > (:tx::xid8, :id)
                  AND tx < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY tx, id LIMIT :most) next
              ORDER BY next.tx DESC, next.id DESC LIMIT 1
              """)
          .param("tx", tx)
          .param("id", id)
          .param("most", most)
          .query((row, n) -> new Mark(name, row.getString("tx"), row.getLong("id")))
          .optional();
    }

    /** Parameters {@code tx, id, totx, toid} of what lies between this mark and a later one. */
    public Map<String, Object> until(Mark to) {
      return Map.of("tx", tx, "id", id, "totx", to.tx, "toid", to.id);
    }

    /** Keeps it under its name. */
    public void save(JdbcClient jdbc) {
      jdbc.sql("UPDATE decision_follower SET tx = ?::xid8, id = ? WHERE name = ?")
          .params(tx, id, name)
          .update();
    }
  }

  /**
   * Begins to follow. In a restored database the numbers of transactions start over: then
   * everything in it counts as read.
   */
  public static void open(JdbcClient jdbc, String name) {
    jdbc.sql("INSERT INTO decision_follower(name) VALUES (?) ON CONFLICT DO NOTHING")
        .param(name)
        .update();
    jdbc.sql(
            """
            WITH ahead AS (
              SELECT 1 FROM decision_follower
              WHERE name = :name AND tx >= pg_snapshot_xmax(pg_current_snapshot())),
            older AS (
              UPDATE decision_evaluation SET tx = '1' WHERE EXISTS (SELECT 1 FROM ahead))
            UPDATE decision_follower SET tx = '1',
              id = (SELECT coalesce(max(id), 0) FROM decision_evaluation)
            WHERE name = :name AND EXISTS (SELECT 1 FROM ahead)
            """)
        .param("name", name)
        .update();
  }

  /** The mark, locked until the transaction ends; empty while another copy of the app has it. */
  public static Optional<Mark> lock(JdbcClient jdbc, String name) {
    return jdbc.sql(
            "SELECT tx::text AS tx, id FROM decision_follower WHERE name = ? FOR UPDATE SKIP LOCKED")
        .param(name)
        .query((row, n) -> new Mark(name, row.getString("tx"), row.getLong("id")))
        .optional();
  }
}
