package dev.continuo.designer.memory.client;

import dev.continuo.runtime.erasure.ClientErased;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a person last marked a client's page as seen. The first look marks it. */
class LastLooks {
  private final JdbcClient jdbc;

  LastLooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Instant since(String person, String entityId) {
    return jdbc.sql(
            """
            with first as (
              insert into last_look (person, entity_id) values (?, ?)
              on conflict do nothing returning seen_at)
            select seen_at from first
            union all
            select seen_at from last_look where person = ? and entity_id = ?""")
        .params(person, entityId, person, entityId)
        .query(Timestamp.class)
        .list()
        .getFirst()
        .toInstant();
  }

  void seen(String person, String entityId) {
    jdbc.sql(
            """
            insert into last_look (person, entity_id) values (?, ?)
            on conflict (person, entity_id) do update set seen_at = now()""")
        .params(person, entityId)
        .update();
  }

  @EventListener
  void forget(ClientErased erased) {
    for (String id : erased.entityIds()) {
      jdbc.sql("delete from last_look where entity_id = ?").param(id).update();
    }
  }
}
