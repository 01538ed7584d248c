package dev.continuo.runtime.journal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the journal what the exporter would, as if an engine had run. */
final class RecordedEngine {
  static final int PARTITION = 1;
  static final long PROCESS_KEY = 77;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();
  private Instant now = Instant.parse("2026-11-22T13:00:00Z");
  private long position = 10;

  /** The flow that variables say they belong to. */
  String flowId = "lead-intake";

  RecordedEngine(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql(
            "INSERT INTO journal_mark (part, pos, ts, key) VALUES (1, 0, 'epoch', 0)"
                + " ON CONFLICT DO NOTHING")
        .update();
  }

  /** The same engine, writing over another connection. */
  RecordedEngine on(JdbcClient other) {
    RecordedEngine engine = new RecordedEngine(other);
    engine.position = position;
    engine.now = now;
    return engine;
  }

  long position() {
    return position;
  }

  Instant now() {
    return now;
  }

  void later(long seconds) {
    now = now.plusSeconds(seconds);
  }

  void process(long run, String flowId, String intent) {
    row(
        run,
        run,
        "PROCESS_INSTANCE",
        intent,
        flowId,
        "PROCESS",
        -1L,
        Map.of("bpmnProcessId", flowId, "version", 2, "parentProcessInstanceKey", -1));
  }

  void element(long run, long key, String elementId, String type, String intent) {
    row(run, key, "PROCESS_INSTANCE", intent, elementId, type, run, null);
  }

  void inner(long run, long scope, long key, String elementId, String type, String intent) {
    row(run, key, "PROCESS_INSTANCE", intent, elementId, type, scope, null);
  }

  void variable(long run, long scope, String name, Object value) {
    row(
        run,
        position,
        "VARIABLE",
        "CREATED",
        null,
        null,
        null,
        Map.of("name", name, "scopeKey", scope, "bpmnProcessId", flowId, "value", value));
  }

  void job(long run, long key, long element, String elementId, String intent, Map<String, ?> more) {
    var payload = new HashMap<String, Object>(more);
    payload.put("elementInstanceKey", element);
    payload.putIfAbsent("type", "continuo.critical.read-mail");
    row(run, key, "JOB", intent, elementId, null, null, payload);
  }

  void incident(long run, long key, long element, String elementId, String intent, String message) {
    row(
        run,
        key,
        "INCIDENT",
        intent,
        elementId,
        null,
        null,
        Map.of(
            "errorType",
            "JOB_NO_RETRIES",
            "errorMessage",
            message,
            "elementInstanceKey",
            element,
            "jobKey",
            5));
  }

  void message(String name, String correlationKey) {
    row(
        -1,
        position,
        "MESSAGE",
        "PUBLISHED",
        null,
        null,
        null,
        Map.of("name", name, "correlationKey", correlationKey, "messageId", correlationKey));
  }

  void startMessage(long run, String flowId, String correlationKey) {
    row(
        run,
        position,
        "MESSAGE_START_EVENT_SUBSCRIPTION",
        "CORRELATED",
        "start",
        null,
        null,
        Map.of(
            "bpmnProcessId",
            flowId,
            "messageName",
            "go",
            "correlationKey",
            correlationKey,
            "messageKey",
            1));
  }

  private void row(
      long run,
      long key,
      String type,
      String intent,
      String element,
      String elementType,
      Long scope,
      Map<String, ?> payload) {
    position += 3;
    now = now.plusMillis(1);
    jdbc.sql(
            "INSERT INTO journal (pos, ts, key, pi, pd, part, vt, intent, el, et, scope, p)"
                + " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)")
        .params(position, Timestamp.from(now), key, run, PROCESS_KEY, type, intent)
        .param(element)
        .param(elementType)
        .param(scope)
        .param(payload == null ? null : json.writeValueAsBytes(payload))
        .update();
    jdbc.sql("UPDATE journal_mark SET pos = ?, ts = ?, key = ? WHERE part = 1")
        .params(position, Timestamp.from(now), key)
        .update();
    jdbc.sql("NOTIFY journal").update();
  }
}
