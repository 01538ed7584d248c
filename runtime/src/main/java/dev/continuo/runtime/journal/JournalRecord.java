package dev.continuo.runtime.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event that the engine recorded.
 *
 * @param position the record's place in its partition's log; grows, with gaps
 * @param partition the engine's partition
 * @param at when the engine wrote it
 * @param key the engine's number of the thing it is about: element instance, job, incident,
 *     variable
 * @param runKey the process instance; 0 or negative where the record belongs to none
 * @param processKey the engine's number of the deployed process version; 0 or negative where
 *     unknown
 * @param valueType Zeebe's value type, {@code PROCESS_INSTANCE}, {@code JOB}, ...
 * @param intent Zeebe's intent, {@code ELEMENT_ACTIVATED}, {@code CREATED}, ...
 * @param elementId the BPMN element's id where there is one
 * @param payload what else is kept of the record; variables of jobs and messages are not repeated
 *     here, they are in the {@code VARIABLE} records
 */
public record JournalRecord(
    long position,
    int partition,
    Instant at,
    long key,
    long runKey,
    long processKey,
    String valueType,
    String intent,
    @Nullable String elementId,
    @Nullable JsonNode payload) {

  /** Whether the record is of this value type and intent. */
  public boolean is(String valueType, String intent) {
    return this.valueType.equals(valueType) && this.intent.equals(intent);
  }

  /** A text of the payload; empty where it is absent. */
  public String text(String field) {
    return payload == null ? "" : payload.path(field).asString("");
  }

  /** A whole number of the payload; 0 where it is absent. */
  public long number(String field) {
    return payload == null ? 0 : payload.path(field).asLong(0);
  }
}
