package dev.continuo.runtime.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the journal's next records into the read model, the listeners and the day's log, all in one
 * transaction with its own mark.
 */
final class Projector {
  static final int BATCH = 2_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JournalRows rows;
  private final ProjectionRows projections;
  private final StoredTrace trace;
  private final DayLog log;
  private final Sentences sentences;
  private final List<JournalListener> listeners;

  Projector(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      JournalRows rows,
      ProjectionRows projections,
      StoredTrace trace,
      DayLog log,
      ElementNames names,
      List<JournalListener> listeners) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.rows = rows;
    this.projections = projections;
    this.trace = trace;
    this.log = log;
    this.sentences = Sentences.markdown(names);
    this.listeners = List.copyOf(listeners);
  }

  private record Stage(int partition, long projected, long stored) {}

  /**
   * Projects one batch per partition; the size of the largest, {@link #BATCH} where more may wait.
   */
  int step() {
    int largest = 0;
    for (Stage stage : stages()) {
      if (stage.stored() > stage.projected()) {
        largest = Math.max(largest, inTransaction(() -> project(stage)));
      }
    }
    return Math.max(largest, tellEntries());
  }

  private int inTransaction(Supplier<Integer> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  private List<Stage> stages() {
    return jdbc.sql(
            """
            SELECT m.part, coalesce(p.pos, 0) AS projected, m.pos AS stored
            FROM journal_mark m LEFT JOIN journal_projected p USING (part) ORDER BY m.part
            """)
        .query(
            (row, number) ->
                new Stage(row.getInt("part"), row.getLong("projected"), row.getLong("stored")))
        .list();
  }

  private int project(Stage stage) {
    List<JournalRecord> batch = rows.after(stage.partition(), stage.projected(), BATCH);
    if (batch.isEmpty()) {
      return 0;
    }
    Projection projection = projections.load(batch);
    List<DayLog.Line> lines = new ArrayList<>();
    for (JournalRecord record : batch) {
      boolean news = !projection.prolongs(record);
      projection.apply(record);
      RunDraft run = projection.runs.get(record.runKey());
      if (news && run != null) {
        tell(record, run, lines);
      }
    }
    projections.save(projection);
    for (JournalListener listener : listeners) {
      listener.on(batch);
    }
    log.append(lines);
    mark(stage, batch.getLast().position());
    return batch.size();
  }

  private void tell(JournalRecord record, RunDraft run, List<DayLog.Line> lines) {
    String sentence = sentences.of(record, run.processKey);
    if (sentence != null) {
      String who = who(run.runKey, run.processKey, run.flowId, run.title);
      lines.add(new DayLog.Line(record.at(), who + " " + sentence));
    }
  }

  private String who(long runKey, long processKey, String flowId, @Nullable String title) {
    String flow = sentences.flow(processKey, flowId);
    String about = title == null ? "" : " “" + PlainText.name(title) + "”";
    return flow + about + " (run " + runKey + ")";
  }

  private void mark(Stage stage, long position) {
    int moved =
        jdbc.sql(
                """
                INSERT INTO journal_projected AS p (part, pos) VALUES (?, ?)
                ON CONFLICT (part) DO UPDATE SET pos = excluded.pos WHERE p.pos = ?
                """)
            .params(stage.partition(), position, stage.projected())
            .update();
    if (moved == 0) {
      throw new IllegalStateException(
          "Another projector moved the mark of partition "
              + stage.partition()
              + "; this batch is rolled back");
    }
  }

  /** Writes the sentences of recorded entries into the log. */
  private int tellEntries() {
    if (trace.unlogged(1).isEmpty()) {
      return 0;
    }
    return inTransaction(
        () -> {
          List<TraceEntry> entries = trace.unlogged(BATCH);
          Map<Long, String> runs = whos(entries);
          log.append(
              entries.stream()
                  .sorted(Comparator.comparing(TraceEntry::at))
                  .map(entry -> line(entry, runs))
                  .toList());
          trace.logged(entries);
          return entries.size();
        });
  }

  private static DayLog.Line line(TraceEntry entry, Map<Long, String> runs) {
    String who = runs.getOrDefault(entry.runKey(), "Run " + entry.runKey());
    return new DayLog.Line(entry.at(), who + " " + PlainText.sentence(entry.sentence()));
  }

  private Map<Long, String> whos(List<TraceEntry> entries) {
    return jdbc
        .sql("SELECT run_key, process_key, flow_id, title FROM run WHERE run_key = ANY (?)")
        .param(entries.stream().map(TraceEntry::runKey).distinct().toArray(Long[]::new))
        .query(
            (row, number) ->
                Map.entry(
                    row.getLong("run_key"),
                    who(
                        row.getLong("run_key"),
                        row.getLong("process_key"),
                        row.getString("flow_id"),
                        row.getString("title"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
