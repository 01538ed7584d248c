package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.RecordedAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Recorded answers of a period, page by page; the next page is read while the last one is used. */
final class RecordedAnswers implements Iterator<RecordedAnswer> {
  private static final int PAGE = 5_000;
  private static final TypeReference<Map<String, @Nullable Object>> VALUES =
      new TypeReference<>() {};

  private static final int MOST_TEXTS = 20_000;

  private final JdbcClient jdbc;
  private final ObjectReader values;
  private final Map<String, Map<String, @Nullable Object>> read = new HashMap<>();
  private final Period period;
  private final BooleanSupplier cancelled;
  private CompletableFuture<List<Line>> next;
  private Iterator<Line> page = List.<Line>of().iterator();
  private boolean last;

  RecordedAnswers(JdbcClient jdbc, JsonMapper json, Period period, BooleanSupplier cancelled) {
    this.jdbc = jdbc;
    this.values = json.readerFor(VALUES);
    this.period = period;
    this.cancelled = cancelled;
    this.next = CompletableFuture.supplyAsync(() -> read(0));
  }

  /** Answers of one decision of a table. */
  record Period(String tableId, String decisionId, Instant from, Instant to) {
    /** How many there are. */
    long size(JdbcClient jdbc) {
      return count(jdbc, "");
    }

    /** How many another version gave. */
    long others(JdbcClient jdbc, int version) {
      return count(jdbc, " AND version <> " + version);
    }

    private long count(JdbcClient jdbc, String more) {
      return jdbc.sql(
              """
              SELECT count(*) FROM decision_evaluation
              WHERE table_id = ? AND decision_id = ? AND at >= ? AND at < ?
              """
                  + more)
          .params(tableId, decisionId, Timestamp.from(from), Timestamp.from(to))
          .query(Long.class)
          .single();
    }
  }

  private record Line(long id, RecordedAnswer answer) {}

  /** Where a record came from, packed into its key. */
  record Source(long evaluationId, @Nullable Long runKey, Instant at) {
    static Source of(RecordedAnswer answer) {
      var parts = answer.id().split("/");
      return new Source(
          Long.parseLong(parts[0]),
          parts[1].equals("-") ? null : Long.valueOf(parts[1]),
          Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }

    String key() {
      return "%d/%s/%d".formatted(evaluationId, runKey == null ? "-" : runKey, at.toEpochMilli());
    }
  }

  @Override
  public boolean hasNext() {
    if (cancelled.getAsBoolean()) {
      return false;
    }
    if (!page.hasNext() && !last) {
      var lines = next.join();
      page = lines.iterator();
      last = lines.size() < PAGE;
      if (!last) {
        long from = lines.getLast().id();
        next = CompletableFuture.supplyAsync(() -> read(from));
      }
    }
    return page.hasNext();
  }

  @Override
  public RecordedAnswer next() {
    if (!page.hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next().answer();
  }

  private List<Line> read(long after) {
    return jdbc.sql(
            """
            SELECT id, at, run_key, inputs, outputs FROM decision_evaluation
            WHERE table_id = ? AND decision_id = ? AND at >= ? AND at < ? AND id > ?
            ORDER BY id LIMIT ?
            """)
        .params(
            period.tableId(),
            period.decisionId(),
            Timestamp.from(period.from()),
            Timestamp.from(period.to()),
            after,
            PAGE)
        .query((row, n) -> line(row))
        .list();
  }

  private Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("id"),
        new RecordedAnswer(
            source(row).key(), values(row.getString("inputs")), values(row.getString("outputs"))));
  }

  /** Equal texts are read once. */
  private Map<String, @Nullable Object> values(String text) {
    if (read.size() > MOST_TEXTS) {
      read.clear();
    }
    return read.computeIfAbsent(text, values::readValue);
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getLong("id"),
        row.getObject("run_key", Long.class),
        row.getTimestamp("at").toInstant());
  }

  static RecordedAnswer answer(ResultSet row, JsonMapper json) throws SQLException {
    return new RecordedAnswer(
        source(row).key(),
        json.readValue(row.getString("inputs"), VALUES),
        json.readValue(row.getString("outputs"), VALUES));
  }
}
