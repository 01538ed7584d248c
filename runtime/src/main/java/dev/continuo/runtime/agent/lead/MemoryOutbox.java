package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Guards a step's write to memory, which lies in another store: a row is opened before it and
 * settled after it. A step that was cut off in between finds its row, sees what was known before,
 * and asks memory again under the same key, which writes nothing twice.
 */
final class MemoryOutbox {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Trace trace;
  private final TransactionTemplate transactions;

  MemoryOutbox(JdbcClient jdbc, JsonMapper json, Trace trace, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.trace = trace;
    this.transactions = transactions;
  }

  /** The durable key of a step's write. */
  static String key(StepContext step) {
    return "step-" + step.effectKey();
  }

  /** The outputs of a write that is over. */
  Optional<Map<String, Object>> outcome(StepContext step) {
    return jdbc.sql(
            "select outcome from agent_memory_write where write_key = ? and done_at is not null")
        .param(key(step))
        .query(String.class)
        .optional()
        .map(this::map);
  }

  /**
   * Opens the row, or finds it open.
   *
   * @param known asked once: what memory knows before the write
   * @return what was known before the write, also when it was asked for by an earlier try
   */
  Map<String, Object> open(StepContext step, Supplier<Map<String, Object>> known) {
    return before(step)
        .orElseGet(
            () -> {
              jdbc.sql(
                      """
                      insert into agent_memory_write (write_key, run_key, element_id, known_before)
                      values (?, ?, ?, ?::jsonb) on conflict (write_key) do nothing""")
                  .params(
                      key(step),
                      step.runKey(),
                      step.elementId(),
                      json.writeValueAsString(known.get()))
                  .update();
              return before(step).orElseThrow();
            });
  }

  /** Keeps the outputs and tells the trace, both or none. */
  void settle(StepContext step, Map<String, Object> outputs, TraceEntry told) {
    settle(key(step), outputs, told);
  }

  /** A write whose step has not come back to settle it. */
  record Open(String key, long runKey, String elementId) {}

  /** Writes that have been open for longer than that, oldest first. */
  List<Open> openFor(Duration atLeast) {
    return jdbc.sql(
            """
            select write_key as key, run_key, element_id from agent_memory_write
            where done_at is null and asked_at < ? order by asked_at limit 200""")
        .param(Timestamp.from(Instant.now().minus(atLeast)))
        .query(Open.class)
        .list();
  }

  /** The same for a step that will not come back. */
  void settle(String key, Map<String, Object> outputs, TraceEntry told) {
    transactions.executeWithoutResult(
        tx -> {
          jdbc.sql(
                  """
                  update agent_memory_write set outcome = ?::jsonb, done_at = now()
                  where write_key = ? and done_at is null""")
              .params(json.writeValueAsString(outputs), key)
              .update();
          trace.record(told);
        });
  }

  private Optional<Map<String, Object>> before(StepContext step) {
    return jdbc.sql("select known_before from agent_memory_write where write_key = ?")
        .param(key(step))
        .query(String.class)
        .optional()
        .map(this::map);
  }

  private Map<String, Object> map(String text) {
    return json.readValue(text, MAP);
  }
}
