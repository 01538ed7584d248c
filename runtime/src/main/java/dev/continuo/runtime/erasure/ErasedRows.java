package dev.continuo.runtime.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL holds of a client. Rows that only carry the client go, rows that the engine or a
 * ledger needs stay without content. Runs in the caller's transaction.
 */
final class ErasedRows {
  private final JdbcClient jdbc;

  ErasedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Runs that carry one of the needles, or that wrote what memory erases; with their children. */
  Set<Long> runs(Collection<String> writeKeys, Collection<String> needles) {
    var sql =
        """
        with recursive n(word) as (select unnest(:needles::text[])),
        found(run_key) as (
          select run_key from agent_memory_write where write_key = any(:writes)
          union
          select run_key from start_trigger
          where run_key is not null
            and exists (select 1 from n where position(word in lower(variables)) > 0)
          union
          select run_key from card
          where run_key is not null
            and exists (select 1 from n where position(word in lower(body)) > 0)
          union
          select e.run_key from effect e join effect_intent i on i.effect_key = e.effect_key
          where exists (select 1 from n where position(word in lower(i.content)) > 0)
          union
          select run_key from decision_evaluation
          where run_key is not null
            and exists (select 1 from n where position(word in lower(inputs::text)) > 0)
        ),
        family(run_key) as (
          select run_key from found
          union
          select r.run_key from run r join family f on r.parent_run_key = f.run_key
        )
        select run_key from family""";
    return new TreeSet<>(
        jdbc.sql(sql)
            .param("needles", array(lower(needles)))
            .param("writes", array(writeKeys))
            .query(Long.class)
            .list());
  }

  /** Of those, the ones that the engine still works on. */
  List<Long> unfinished(Collection<Long> runs) {
    return jdbc.sql(
            "select run_key from run where run_key = any(:runs) and ended_at is null"
                + " and parent_run_key is null")
        .param("runs", keys(runs))
        .query(Long.class)
        .list();
  }

  ErasureReach reach(ErasurePlan plan) {
    return new ErasureReach(
        plan.runKeys().size(),
        count("select count(*) from card where run_key = any(:runs)", plan),
        count(
            "select count(*) from effect_intent i join effect e on e.effect_key = i.effect_key"
                + " where e.run_key = any(:runs)",
            plan),
        jdbc.sql("select count(*) from mail_message where document_id = any(:documents)")
            .param("documents", array(plan.documentIds()))
            .query(Integer.class)
            .single(),
        plan.documentIds().size());
  }

  private int count(String sql, ErasurePlan plan) {
    return jdbc.sql(sql).param("runs", keys(plan.runKeys())).query(Integer.class).single();
  }

  /** Takes it all out and says how much of what. */
  Map<String, Integer> erase(ErasurePlan plan, Collection<String> needles) {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("runs", plan.runKeys().size());
    journal(plan, needles);
    mails(plan, counts);
    counts.put("cards", cards(plan));
    counts.put("intents", effects(plan));
    counts.put(
        "decisions",
        byRun(
            "update decision_evaluation set inputs = '{}', outputs = '{}', hits = '[]',"
                + " problems = '[]' where run_key = any(:runs)",
            plan));
    byRun(
        "update agent_memory_write set known_before = '{}', outcome = '{}',"
            + " done_at = coalesce(done_at, now()) where run_key = any(:runs)",
        plan);
    starts(plan, needles);
    counts.put(
        "documents",
        jdbc.sql("delete from document where id = any(:documents)")
            .param("documents", array(plan.documentIds()))
            .update());
    return counts;
  }

  private void journal(ErasurePlan plan, Collection<String> needles) {
    byRun("update journal set p = null where pi = any(:runs) and p is not null", plan);
    jdbc.sql(
            """
            update journal set p = null
            where pi <= 0 and p is not null and exists (
              select 1 from unnest(:needles::text[]) word
              where position(word in lower(convert_from(p, 'UTF8'))) > 0)""")
        .param("needles", array(lower(needles)))
        .update();
    byRun("update run set title = null, start_key = null where run_key = any(:runs)", plan);
    byRun("update run_incident set message = '' where run_key = any(:runs)", plan);
    byRun("update run_user_task set headers = '{}' where run_key = any(:runs)", plan);
    byRun(
        "update run_trace set sentence = 'Erased on request.', details = '{}'"
            + " where run_key = any(:runs)",
        plan);
  }

  private void mails(ErasurePlan plan, Map<String, Integer> counts) {
    var threads =
        jdbc.sql("select thread_key from mail_message where document_id = any(:documents)")
            .param("documents", array(plan.documentIds()))
            .query(String.class)
            .list();
    int mails =
        jdbc.sql(
                "delete from mail_message where document_id = any(:documents)"
                    + " or thread_key = any(:threads)")
            .param("documents", array(plan.documentIds()))
            .param("threads", array(threads))
            .update();
    mails +=
        jdbc.sql("delete from outgoing_mail where thread_key = any(:threads)")
            .param("threads", array(threads))
            .update();
    jdbc.sql("delete from message_out where correlation_key = any(:threads)")
        .param("threads", array(threads))
        .update();
    jdbc.sql("delete from unreadable_mail where document_id = any(:documents)")
        .param("documents", array(plan.documentIds()))
        .update();
    jdbc.sql(
            "update calendar_hold set state = 'RELEASED', file = null, hold_key = 'erased'"
                + " where hold_key = any(:holds)")
        .param("holds", array(plan.runKeys().stream().map(run -> "answer-" + run).toList()))
        .update();
    counts.put("mails", mails);
  }

  private int cards(ErasurePlan plan) {
    byRun(
        "delete from card_verdict where card_id in"
            + " (select id from card where run_key = any(:runs))",
        plan);
    return byRun("delete from card where run_key = any(:runs)", plan);
  }

  /** That something was sent, when and by whose leave stays; what was sent goes. */
  private int effects(ErasurePlan plan) {
    byRun(
        """
        update effect set title = 'Erased', note = '',
          state = case when state in ('ASKED', 'ALLOWED') then 'REJECTED' else state end
        where run_key = any(:runs)""",
        plan);
    return byRun(
        """
        update effect_intent set summary = 'Erased', content = '{}', receipt = null,
          details = null, why = null, next_try_at = null,
          state = case when state = 'PROPOSED' then 'REJECTED' else state end
        where effect_key in (select effect_key from effect where run_key = any(:runs))""",
        plan);
  }

  private void starts(ErasurePlan plan, Collection<String> needles) {
    var keys =
        jdbc.sql(
                """
                select trigger_key from start_trigger
                where run_key = any(:runs) or exists (
                  select 1 from unnest(:needles::text[]) word
                  where position(word in lower(variables)) > 0)""")
            .param("runs", keys(plan.runKeys()))
            .param("needles", array(lower(needles)))
            .query(String.class)
            .list();
    for (var key : keys) {
      jdbc.sql(
              "update start_trigger set trigger_key = ?, variables = '{}', last_error = null,"
                  + " confirmed_at = coalesce(confirmed_at, now()) where trigger_key = ?")
          .params("erased:" + sha256(key), key)
          .update();
    }
  }

  private int byRun(String sql, ErasurePlan plan) {
    return jdbc.sql(sql).param("runs", keys(plan.runKeys())).update();
  }

  private static List<String> lower(Collection<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static Long[] keys(Collection<Long> keys) {
    return keys.toArray(Long[]::new);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
