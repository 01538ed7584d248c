package dev.continuo.exporter;

import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ImmutableJobRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import java.util.Map;

/** Records as a broker writes them. */
final class Records {
  static final int PARTITION = 1;
  static final long RUN = 2251799813685300L;
  private static final long MORNING = 1_763_800_000_000L;

  private Records() {}

  static Record<?> element(long position, BpmnElementType type, ProcessInstanceIntent intent) {
    return record(
        position,
        ValueType.PROCESS_INSTANCE,
        intent,
        ImmutableProcessInstanceRecordValue.builder()
            .withBpmnProcessId("greeting")
            .withVersion(3)
            .withProcessDefinitionKey(77)
            .withProcessInstanceKey(RUN)
            .withElementId(type == BpmnElementType.PROCESS ? "greeting" : "greet")
            .withBpmnElementType(type)
            .withFlowScopeKey(type == BpmnElementType.PROCESS ? -1 : RUN)
            .withParentProcessInstanceKey(-1)
            .withParentElementInstanceKey(-1)
            .build());
  }

  static Record<?> task(long position) {
    return element(position, BpmnElementType.SERVICE_TASK, ProcessInstanceIntent.ELEMENT_ACTIVATED);
  }

  static Record<?> variable(long position, String name, String json) {
    return record(
        position,
        ValueType.VARIABLE,
        VariableIntent.CREATED,
        ImmutableVariableRecordValue.builder()
            .withName(name)
            .withValue(json)
            .withScopeKey(RUN)
            .withProcessInstanceKey(RUN)
            .withProcessDefinitionKey(77)
            .withBpmnProcessId("greeting")
            .build());
  }

  static Record<?> job(long position, JobIntent intent) {
    return record(
        position,
        ValueType.JOB,
        intent,
        ImmutableJobRecordValue.builder()
            .withType("continuo.critical.greet")
            .withElementId("greet")
            .withElementInstanceKey(RUN + 2)
            .withProcessInstanceKey(RUN)
            .withProcessDefinitionKey(77)
            .withBpmnProcessId("greeting")
            .withRetries(3)
            .withErrorMessage("Said \"no\"\n")
            .withCustomHeaders(Map.of("form", "card"))
            .withVariables(Map.of("large", "x".repeat(10_000)))
            .build());
  }

  static Record<?> record(long position, ValueType type, Intent intent, RecordValue value) {
    return ImmutableRecord.<RecordValue>builder()
        .withPosition(position)
        .withTimestamp(MORNING + position)
        .withKey(RUN + position)
        .withPartitionId(PARTITION)
        .withRecordType(RecordType.EVENT)
        .withValueType(type)
        .withIntent(intent)
        .withValue(value)
        .withAuthorizations(Map.of())
        .build();
  }
}
