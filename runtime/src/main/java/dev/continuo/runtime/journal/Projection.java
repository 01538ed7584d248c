package dev.continuo.runtime.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Applies one batch of records to the runs they belong to. Knows no database: {@link
 * ProjectionRows} loads what the batch needs and saves what it changed. An element that comes and
 * goes within a batch never reaches the database.
 */
final class Projection {
  final Map<Long, RunDraft> runs = new LinkedHashMap<>();
  final Set<Long> loadedElements = new HashSet<>();
  final Set<Long> changedElements = new HashSet<>();
  final Map<Long, JournalRecord> openedIncidents = new LinkedHashMap<>();
  final List<JournalRecord> resolvedIncidents = new ArrayList<>();
  final Map<Long, JournalRecord> openedTasks = new LinkedHashMap<>();
  final Set<Long> endedTasks = new HashSet<>();
  final List<JournalRecord> fences = new ArrayList<>();

  void apply(JournalRecord record) {
    switch (record.valueType()) {
      case "PROCESS_INSTANCE" -> element(record);
      case "VARIABLE" -> variable(record);
      case "MESSAGE_START_EVENT_SUBSCRIPTION" -> startMessage(record);
      case "INCIDENT" -> incident(record);
      case "JOB" -> job(record);
      case "MESSAGE" -> message(record);
      default -> {}
    }
  }

  /** Whether the record, not yet applied, prolongs a wait that was told already. */
  boolean prolongs(JournalRecord record) {
    RunDraft run = Sentences.parks(record) ? runs.get(record.runKey()) : null;
    Run.Element at = run == null ? null : run.open.get(record.number("elementInstanceKey"));
    return at != null && at.waiting();
  }

  void settle() {
    runs.values().forEach(RunDraft::settle);
  }

  private void element(JournalRecord record) {
    if (record.text("bpmnElementType").equals(ElementTypes.PROCESS)) {
      process(record);
      return;
    }
    RunDraft run = runs.get(record.runKey());
    if (run == null) {
      return;
    }
    switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> open(run, record);
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> {
        run.open.remove(record.key());
        run.changed = true;
      }
      case "ELEMENT_MIGRATED" -> {
        if (run.open.containsKey(record.key())) {
          open(run, record);
        }
      }
      default -> {}
    }
  }

  private void open(RunDraft run, JournalRecord record) {
    String type = record.text("bpmnElementType");
    run.open.put(
        record.key(),
        new Run.Element(
            record.key(),
            Objects.requireNonNullElse(record.elementId(), ""),
            type,
            record.number("flowScopeKey"),
            ElementTypes.waits(type),
            record.at()));
    changedElements.add(record.key());
    run.changed = true;
  }

  private void process(JournalRecord record) {
    RunDraft run = runs.get(record.runKey());
    switch (record.intent()) {
      case "ELEMENT_ACTIVATED", "ELEMENT_MIGRATED" -> {
        run = begin(record);
        run.version = (int) record.number("version");
        run.processKey = record.processKey();
        long parent = record.number("parentProcessInstanceKey");
        run.parentRunKey = parent > 0 ? parent : null;
      }
      case "ELEMENT_COMPLETED" -> end(run, RunState.COMPLETED, record);
      case "ELEMENT_TERMINATED" -> end(run, RunState.TERMINATED, record);
      default -> {}
    }
  }

  private static void end(@Nullable RunDraft run, RunState how, JournalRecord record) {
    if (run != null) {
      run.end(how, record.at());
      run.changed = true;
    }
  }

  /** The run of a record that names its flow; its first record makes it. */
  private RunDraft begin(JournalRecord record) {
    RunDraft run = runs.get(record.runKey());
    if (run == null) {
      run = new RunDraft(record.runKey(), null);
      run.startedAt = record.at();
      run.processKey = record.processKey();
      run.flowId = record.text("bpmnProcessId");
      runs.put(record.runKey(), run);
    }
    run.changed = true;
    return run;
  }

  private void variable(JournalRecord record) {
    JsonNode payload = record.payload();
    if (payload == null || record.number("scopeKey") != record.runKey()) {
      return;
    }
    JsonNode value = payload.path("value");
    switch (record.text("name")) {
      case "startKey" -> begin(record).startKey = exactly(value.asString(""));
      case "title" -> begin(record).title = text(value, 200);
      case "mail" -> {
        String subject = text(value.path("subject"), 200);
        RunDraft run = begin(record);
        run.title = run.title == null ? subject : run.title;
      }
      default -> {}
    }
  }

  private void startMessage(JournalRecord record) {
    String correlationKey = record.text("correlationKey");
    if (record.runKey() > 0 && !correlationKey.isEmpty()) {
      RunDraft run = begin(record);
      run.startKey = run.startKey == null ? exactly(correlationKey) : run.startKey;
    }
  }

  private void incident(JournalRecord record) {
    RunDraft run = runs.get(record.runKey());
    if (record.intent().equals("CREATED")) {
      openedIncidents.put(record.key(), record);
      count(run, 1);
    } else if (record.intent().equals("RESOLVED")) {
      resolvedIncidents.add(record);
      count(run, -1);
    }
  }

  private static void count(@Nullable RunDraft run, int change) {
    if (run != null) {
      run.openIncidents = Math.max(0, run.openIncidents + change);
      run.changed = true;
    }
  }

  private void job(JournalRecord record) {
    if (record.text("type").equals(UserTaskJob.JOB_TYPE)) {
      switch (record.intent()) {
        case "CREATED" -> openedTasks.put(record.key(), record);
        case "COMPLETED", "CANCELED", "ERROR_THROWN" -> {
          openedTasks.remove(record.key());
          endedTasks.add(record.key());
        }
        default -> {}
      }
      return;
    }
    switch (record.intent()) {
      case "TIMEOUT_UPDATED" -> waiting(record, Sentences.parks(record));
      case "TIMED_OUT", "FAILED" -> waiting(record, false);
      default -> {}
    }
  }

  /** Notes whether a job's element waits. */
  private void waiting(JournalRecord record, boolean waits) {
    RunDraft run = runs.get(record.runKey());
    Run.Element at = run == null ? null : run.open.get(record.number("elementInstanceKey"));
    if (run == null || at == null || at.waiting() == waits) {
      return;
    }
    run.open.put(
        at.key(),
        new Run.Element(at.key(), at.elementId(), at.type(), at.scopeKey(), waits, at.since()));
    changedElements.add(at.key());
    run.changed = true;
  }

  private void message(JournalRecord record) {
    if (record.text("name").equals(Journal.FENCE_MESSAGE)) {
      fences.add(record);
    }
  }

  private static @Nullable String text(JsonNode value, int atMost) {
    String line = value.isString() ? PlainText.line(value.asString(), atMost) : "";
    return line.isEmpty() ? null : line;
  }

  /** PostgreSQL takes every character but one. */
  static String exactly(String text) {
    return text.replace("\u0000", "");
  }
}
