package dev.continuo.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Stores the event records of one partition in Continuo's journal.
 *
 * <p>At least once in, once stored: rows and the partition's mark go into one transaction, the mark
 * moves only from where this exporter left it, and what is at or below the mark is skipped. The
 * broker hears of a position only when it is stored. While PostgreSQL or its tables are not there,
 * the buffer is kept and the broker is told to come again; it goes on processing meanwhile.
 *
 * <p>All calls come from one thread of the broker.
 */
public final class JournalExporter implements Exporter {
  static final int BUFFER = 500;
  static final Duration FLUSH_AFTER = Duration.ofMillis(50);
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final List<JournalRow> buffer = new ArrayList<>(BUFFER);
  private @Nullable Context context;
  private @Nullable Controller controller;
  private @Nullable JournalTable table;
  private @Nullable ScheduledTask timer;
  private @Nullable Mark mark;
  private @Nullable String failure;
  private boolean logIsOurs;
  private boolean continuesLog;

  @Override
  public void configure(Context context) {
    this.context = context;
    Target.of(context.getConfiguration());
    context.setFilter(new KeptRecords());
  }

  @Override
  public void open(Controller controller) {
    Context configured = configured();
    this.controller = controller;
    continuesLog = controller.getLastExportedRecordPosition() >= 0;
    table = new JournalTable(Target.of(configured.getConfiguration()), configured.getPartitionId());
  }

  @Override
  public void close() {
    // what is still in the buffer was never acknowledged: the broker sends it again
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (table != null) {
      table.close();
    }
    buffer.clear();
  }

  @Override
  public void export(Record<?> record) {
    if (failure != null) {
      flush();
      if (failure != null) {
        throw new JournalUnreachable(failure);
      }
    }
    if (Content.keeps(record)) {
      buffer.add(JournalRow.of(record, Content.of(record)));
      if (buffer.size() >= BUFFER) {
        flush();
      } else {
        flushLater(FLUSH_AFTER);
      }
    }
  }

  private void flushLater(Duration delay) {
    if (timer == null && controller != null) {
      timer = controller.scheduleCancellableTask(delay, this::flushNow);
    }
  }

  private void flushNow() {
    timer = null;
    flush();
  }

  /** Stores the buffer. Never throws: a record that was taken must not be refused afterwards. */
  private void flush() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (buffer.isEmpty() || table == null || controller == null) {
      return;
    }
    long last = buffer.getLast().position();
    try {
      store(table);
      buffer.clear();
      recovered();
      controller.updateLastExportedRecordPosition(last);
    } catch (SQLException | IOException | ForeignLog e) {
      failed(table, e);
    }
  }

  private void store(JournalTable table) throws SQLException, IOException {
    while (true) {
      Mark from = mark;
      if (from == null) {
        from = table.mark();
        mark = from;
      }
      checkLog(table, from);
      long stored = from.position();
      buffer.removeIf(row -> row.position() <= stored);
      if (buffer.isEmpty()) {
        return;
      }
      if (table.append(buffer, from)) {
        mark = Mark.of(buffer.getLast());
        logIsOurs = true;
        return;
      }
      mark = null; // fenced: someone else stored meanwhile, so look again
    }
  }

  /**
   * Looks once after opening whether the broker's log is the one the journal holds. A broker that
   * lost its folder counts positions from 1 again; skipped as duplicates its records would be lost.
   */
  private void checkLog(JournalTable table, Mark from) throws SQLException {
    if (logIsOurs || from.isEmpty() || buffer.isEmpty()) {
      return;
    }
    JournalRow first = buffer.getFirst();
    if (isForeign(table, first, from)) {
      ForeignLog foreign = new ForeignLog(configured().getPartitionId(), first, from);
      table.problem(foreign.getMessage());
      throw foreign;
    }
    table.problem(null);
    logIsOurs = true;
  }

  private boolean isForeign(JournalTable table, JournalRow first, Mark from) throws SQLException {
    if (first.position() > from.position()) {
      // the same log would have sent again what the journal has, unless the broker remembers it
      return !continuesLog;
    }
    Mark stored = table.stored(first.position());
    return stored == null ? first.millis() > from.millis() : !stored.equals(Mark.of(first));
  }

  private void failed(JournalTable table, Exception reason) {
    table.close();
    mark = null;
    String message = String.valueOf(reason.getMessage());
    if (failure == null) {
      logger().warn("The journal cannot be written, records are kept and sent again: {}", message);
    }
    failure = message;
    flushLater(RETRY_AFTER);
  }

  private void recovered() {
    if (failure != null) {
      logger().info("The journal is written again");
      failure = null;
    }
  }

  private Logger logger() {
    return configured().getLogger();
  }

  private Context configured() {
    Context configured = context;
    if (configured == null) {
      throw new IllegalStateException("The exporter was used before configure(context)");
    }
    return configured;
  }

  /** Events of the value types that the journal keeps; no commands, no rejections. */
  private static final class KeptRecords implements RecordFilter {
    @Override
    public boolean acceptType(RecordType type) {
      return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType type) {
      return Content.KEPT.contains(type);
    }
  }
}
