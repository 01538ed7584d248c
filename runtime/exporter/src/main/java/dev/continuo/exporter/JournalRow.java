package dev.continuo.exporter;

import io.camunda.zeebe.protocol.record.Record;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code journal}, taken from a record before the broker reuses it.
 *
 * @param millis the record's time, milliseconds since 1970
 * @param scope 0 where the record has none
 */
record JournalRow(
    long position,
    long millis,
    long key,
    long processInstance,
    long processDefinition,
    int partition,
    String valueType,
    String intent,
    @Nullable String elementId,
    @Nullable String elementType,
    long scope,
    byte @Nullable [] payload) {

  static JournalRow of(Record<?> record, Content content) {
    return new JournalRow(
        record.getPosition(),
        record.getTimestamp(),
        record.getKey(),
        content.processInstance(),
        content.processDefinition(),
        record.getPartitionId(),
        record.getValueType().name(),
        record.getIntent().name(),
        content.elementId(),
        content.elementType(),
        content.scope(),
        content.payload());
  }
}
