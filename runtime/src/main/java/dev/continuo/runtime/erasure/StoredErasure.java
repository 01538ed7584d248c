package dev.continuo.runtime.erasure;

import dev.continuo.ontology.memory.Erased;
import dev.continuo.ontology.memory.ErasurePreview;
import dev.continuo.ontology.memory.ErasureRefused;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.ProcessEngine;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The row with the plan comes first; then engine, database, files and memory in that order, each of
 * which may be done twice; then the plan is emptied.
 */
final class StoredErasure implements Erasure {
  private static final Logger log = LoggerFactory.getLogger(StoredErasure.class);

  private final Memory memory;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TransactionTemplate transactions;
  private final ErasedRows rows;
  private final Sweep sweep;
  private final FiledDocuments filed;
  private final ErasedFiles files;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final int logDays;
  private final Set<String> atWork = ConcurrentHashMap.newKeySet();

  StoredErasure(
      Memory memory,
      ProcessEngine engine,
      JdbcClient jdbc,
      JsonMapper json,
      TransactionTemplate transactions,
      ErasedFiles files,
      ApplicationEventPublisher events,
      InstantSource clock,
      int logDays) {
    this.memory = memory;
    this.engine = engine;
    this.jdbc = jdbc;
    this.json = json;
    this.transactions = transactions;
    this.rows = new ErasedRows(jdbc);
    this.sweep = new Sweep(jdbc);
    this.filed = new FiledDocuments(jdbc);
    this.files = files;
    this.events = events;
    this.clock = clock;
    this.logDays = logDays;
  }

  @Override
  public ErasurePreview preview(Set<String> entityIds) {
    return memory.erasures().preview(entityIds);
  }

  @Override
  public ErasureReach reach(Set<String> entityIds) {
    return rows.reach(plan(entityIds, preview(entityIds)));
  }

  @Override
  public int logDays() {
    return logDays;
  }

  @Override
  public ErasureRecord erase(String key, Set<String> entityIds, String who, String why) {
    if (record(key).isEmpty()) {
      var preview = preview(entityIds);
      if (preview.entities().isEmpty()) {
        throw new ErasureRefused("memory knows none of the named entities.");
      }
      jdbc.sql(
              "insert into erasure (key, who, why, plan) values (?, ?, ?, ?)"
                  + " on conflict (key) do nothing")
          .params(key, who, why, json.writeValueAsString(plan(entityIds, preview)))
          .update();
    }
    finish(key);
    return record(key).orElseThrow();
  }

  private ErasurePlan plan(Set<String> entityIds, ErasurePreview preview) {
    return withRuns(
        new ErasurePlan(
            entityIds,
            Set.copyOf(preview.documentIds()),
            Set.copyOf(preview.writeKeys()),
            Set.copyOf(
                Stream.concat(preview.episodes().stream(), preview.shared().stream()).toList()),
            Set.copyOf(preview.entityKeys()),
            Set.copyOf(preview.names()),
            Set.of()));
  }

  /** With what is filed under them, and without what is also filed under somebody else. */
  private ErasurePlan withFiled(ErasurePlan plan) {
    var documents = new TreeSet<>(plan.documentIds());
    documents.addAll(filed.under(plan.entityKeys()));
    documents.removeAll(filed.alsoUnderOthers(documents, plan.entityKeys()));
    return new ErasurePlan(
        plan.entityIds(),
        documents,
        plan.writeKeys(),
        plan.episodeKeys(),
        plan.entityKeys(),
        plan.words(),
        plan.runKeys());
  }

  private ErasurePlan withRuns(ErasurePlan found) {
    var plan = withFiled(found);
    return plan.and(
        new ErasurePlan(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            rows.runs(plan.writeKeys(), plan.needles())));
  }

  /** What is at work in this process is left to it. */
  private void finish(String key) {
    if (!atWork.add(key)) {
      return;
    }
    try {
      work(key);
    } finally {
      atWork.remove(key);
    }
  }

  private void work(String key) {
    var open =
        jdbc.sql("select plan from erasure where key = ? and done_at is null")
            .param(key)
            .query(String.class)
            .optional();
    if (open.isEmpty()) {
      return;
    }
    var plan = json.readValue(open.get(), ErasurePlan.class);
    var why = record(key).orElseThrow();
    var progress = new Progress(jdbc, transactions, events, key);
    var counts = copies(plan, progress.part(1, 45));
    progress.part(45, 55);
    var erased = memory.erasures().erase(key, plan.entityIds(), why.who(), why.why());
    var rest = withRuns(plan.and(learned(erased)));
    copies(rest, progress.part(55, 97))
        .forEach((what, number) -> counts.merge(what, number, Integer::max));
    counts.put("facts", erased.proof().facts());
    counts.put("episodes", erased.proof().episodes());
    counts.put("masked", erased.proof().masked());
    events.publishEvent(new ClientErased(plan.entityIds(), rest.documentIds()));
    close(key, counts);
    vacuum();
  }

  private static ErasurePlan learned(Erased erased) {
    return new ErasurePlan(
        Set.of(),
        Set.copyOf(erased.documentIds()),
        Set.copyOf(erased.writeKeys()),
        Set.copyOf(erased.episodeKeys()),
        Set.copyOf(erased.entityKeys()),
        Set.copyOf(erased.names()),
        Set.of());
  }

  /** Everything outside memory. */
  private Map<String, Integer> copies(ErasurePlan plan, Progress.Part part) {
    rows.unfinished(plan.runKeys()).forEach(this::cancel);
    Map<String, Integer> counts =
        Objects.requireNonNull(
            transactions.execute(
                tx -> {
                  filed.erase(plan.entityKeys());
                  var erased = new HashMap<>(rows.erase(plan, plan.needles()));
                  erased.put("blackened", sweep.blacken(plan.blackened(), part.part(10, 90)));
                  return erased;
                }));
    counts.put("files", files.erase(plan.documentIds(), plan.blackened()));
    return counts;
  }

  private void cancel(long run) {
    try {
      engine.cancel(run);
    } catch (EngineTrouble.Gone ended) {
      log.debug("Run {} had ended before it was erased.", run);
    }
  }

  private void close(String key, Map<String, Integer> counts) {
    var now = clock.instant();
    jdbc.sql(
            "update erasure set plan = null, percent = 100, done_at = ?, counts = ?::jsonb, logs_until = ?"
                + " where key = ? and done_at is null")
        .params(
            Timestamp.from(now),
            json.writeValueAsString(counts),
            Timestamp.from(now.plus(Duration.ofDays(logDays))),
            key)
        .update();
    events.publishEvent(new ErasureMoved(key, 100));
  }

  /** Rows that were written anew leave their old text in the files until this is done. */
  private void vacuum() {
    for (var table :
        List.of(
            "journal", "run_trace", "card", "effect_intent", "decision_evaluation", "erasure")) {
      try {
        jdbc.sql("vacuum " + table).update();
      } catch (RuntimeException later) {
        log.info("The server will tidy up {} by itself: {}", table, later.toString());
      }
    }
  }

  @Override
  public int carryOn() {
    var open =
        jdbc.sql("select key from erasure where done_at is null order by requested_at")
            .query(String.class)
            .list();
    open.forEach(this::finish);
    return open.size();
  }

  @Override
  public Optional<ErasureRecord> record(String key) {
    return read("where key = :key", Map.of("key", key)).stream().findFirst();
  }

  @Override
  public List<ErasureRecord> records(int limit) {
    return read("order by requested_at desc limit :limit", Map.of("limit", limit));
  }

  private List<ErasureRecord> read(String where, Map<String, ?> parameters) {
    return jdbc.sql(
            "select key, who, why, requested_at, done_at, counts, logs_until, percent"
                + " from erasure "
                + where)
        .params(parameters)
        .query(
            (row, n) ->
                new ErasureRecord(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getTimestamp(4).toInstant(),
                    instant(row.getTimestamp(5)),
                    counts(row.getString(6)),
                    instant(row.getTimestamp(7)),
                    row.getInt(8)))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private Map<String, Integer> counts(@Nullable String text) {
    return text == null
        ? Map.of()
        : json.readValue(text, new TypeReference<Map<String, Integer>>() {});
  }
}
