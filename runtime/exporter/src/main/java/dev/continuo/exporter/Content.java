package dev.continuo.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorRecordValue;
import io.camunda.zeebe.protocol.record.value.EscalationRecordValue;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.SignalRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the journal keeps of a record's value. Variables are kept once, in their own records, and
 * not again with every job and message; an element instance costs no payload at all.
 */
record Content(
    long processInstance,
    long processDefinition,
    @Nullable String elementId,
    @Nullable String elementType,
    long scope,
    byte @Nullable [] payload) {

  static final Set<ValueType> KEPT =
      Set.of(
          ValueType.PROCESS_INSTANCE,
          ValueType.JOB,
          ValueType.INCIDENT,
          ValueType.VARIABLE,
          ValueType.TIMER,
          ValueType.MESSAGE,
          ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
          ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
          ValueType.PROCESS,
          ValueType.ERROR,
          ValueType.ESCALATION,
          ValueType.SIGNAL);

  private static final long NONE = -1;

  /** Whether the read model has a use for this event of a kept value type. */
  static boolean keeps(Record<?> record) {
    return switch (record.getValueType()) {
      case PROCESS_INSTANCE ->
          record.getIntent() != ProcessInstanceIntent.ELEMENT_ACTIVATING
              && record.getIntent() != ProcessInstanceIntent.ELEMENT_COMPLETING
              && record.getIntent() != ProcessInstanceIntent.ELEMENT_TERMINATING;
      case JOB -> record.getIntent() != JobIntent.RECURRED_AFTER_BACKOFF;
      case MESSAGE -> record.getIntent() == MessageIntent.PUBLISHED;
      case PROCESS_MESSAGE_SUBSCRIPTION ->
          record.getIntent() == ProcessMessageSubscriptionIntent.CREATED
              || record.getIntent() == ProcessMessageSubscriptionIntent.CORRELATED;
      case MESSAGE_START_EVENT_SUBSCRIPTION ->
          record.getIntent() == MessageStartEventSubscriptionIntent.CORRELATED;
      default -> KEPT.contains(record.getValueType());
    };
  }

  static Content of(Record<?> record) {
    return switch (record.getValue()) {
      case ProcessInstanceRecordValue v -> processInstance(v);
      case JobRecordValue v -> job(v, record.getIntent() == JobIntent.CREATED);
      case VariableRecordValue v -> variable(v);
      case IncidentRecordValue v -> incident(v);
      case TimerRecordValue v -> timer(v);
      case MessageRecordValue v -> message(v);
      case ProcessMessageSubscriptionRecordValue v -> messageCaught(v);
      case MessageStartEventSubscriptionRecordValue v -> messageStarted(v);
      case Process v -> process(v);
      case ErrorRecordValue v ->
          plain(
              v.getProcessInstanceKey(),
              new JsonText()
                  .with("exceptionMessage", v.getExceptionMessage())
                  .with("errorEventPosition", v.getErrorEventPosition()));
      case EscalationRecordValue v ->
          plain(
              v.getProcessInstanceKey(),
              new JsonText()
                  .with("escalationCode", v.getEscalationCode())
                  .with("throwElementId", v.getThrowElementId())
                  .with("catchElementId", v.getCatchElementId()));
      case SignalRecordValue v -> plain(NONE, new JsonText().with("signalName", v.getSignalName()));
      default -> new Content(NONE, NONE, null, null, 0, null);
    };
  }

  private static Content plain(long processInstance, JsonText payload) {
    return new Content(processInstance, NONE, null, null, 0, payload.bytes());
  }

  private static Content processInstance(ProcessInstanceRecordValue v) {
    byte[] payload = null;
    if (v.getBpmnElementType() == BpmnElementType.PROCESS) {
      payload =
          new JsonText()
              .with("bpmnProcessId", v.getBpmnProcessId())
              .with("version", v.getVersion())
              .with("parentProcessInstanceKey", v.getParentProcessInstanceKey())
              .with("parentElementInstanceKey", v.getParentElementInstanceKey())
              .bytes();
    }
    return new Content(
        v.getProcessInstanceKey(),
        v.getProcessDefinitionKey(),
        v.getElementId(),
        v.getBpmnElementType().name(),
        v.getFlowScopeKey(),
        payload);
  }

  private static Content job(JobRecordValue v, boolean created) {
    JsonText payload =
        new JsonText()
            .with("type", v.getType())
            .with("elementInstanceKey", v.getElementInstanceKey())
            .with("bpmnProcessId", v.getBpmnProcessId())
            .with("version", v.getProcessDefinitionVersion())
            .with("retries", v.getRetries())
            .with("deadline", v.getDeadline())
            .with("worker", v.getWorker())
            .with("errorCode", v.getErrorCode())
            .with("errorMessage", v.getErrorMessage());
    if (created) {
      payload.with("customHeaders", v.getCustomHeaders());
    }
    return new Content(
        v.getProcessInstanceKey(),
        v.getProcessDefinitionKey(),
        v.getElementId(),
        null,
        0,
        payload.bytes());
  }

  private static Content variable(VariableRecordValue v) {
    JsonText payload =
        new JsonText()
            .with("name", v.getName())
            .with("scopeKey", v.getScopeKey())
            .with("bpmnProcessId", v.getBpmnProcessId())
            .withJson("value", v.getValue());
    return new Content(
        v.getProcessInstanceKey(), v.getProcessDefinitionKey(), null, null, 0, payload.bytes());
  }

  private static Content incident(IncidentRecordValue v) {
    JsonText payload =
        new JsonText()
            .with("errorType", v.getErrorType().name())
            .with("errorMessage", v.getErrorMessage())
            .with("bpmnProcessId", v.getBpmnProcessId())
            .with("elementInstanceKey", v.getElementInstanceKey())
            .with("jobKey", v.getJobKey());
    return new Content(
        v.getProcessInstanceKey(),
        v.getProcessDefinitionKey(),
        v.getElementId(),
        null,
        0,
        payload.bytes());
  }

  private static Content timer(TimerRecordValue v) {
    JsonText payload =
        new JsonText()
            .with("elementInstanceKey", v.getElementInstanceKey())
            .with("dueDate", v.getDueDate())
            .with("repetitions", v.getRepetitions());
    return new Content(
        v.getProcessInstanceKey(),
        v.getProcessDefinitionKey(),
        v.getTargetElementId(),
        null,
        0,
        payload.bytes());
  }

  private static Content message(MessageRecordValue v) {
    return plain(
        NONE,
        new JsonText()
            .with("name", v.getName())
            .with("correlationKey", v.getCorrelationKey())
            .with("messageId", v.getMessageId())
            .with("timeToLive", v.getTimeToLive()));
  }

  private static Content messageCaught(ProcessMessageSubscriptionRecordValue v) {
    JsonText payload =
        new JsonText()
            .with("messageName", v.getMessageName())
            .with("messageKey", v.getMessageKey())
            .with("correlationKey", v.getCorrelationKey())
            .with("elementInstanceKey", v.getElementInstanceKey());
    return new Content(v.getProcessInstanceKey(), NONE, v.getElementId(), null, 0, payload.bytes());
  }

  private static Content messageStarted(MessageStartEventSubscriptionRecordValue v) {
    JsonText payload =
        new JsonText()
            .with("messageName", v.getMessageName())
            .with("messageKey", v.getMessageKey())
            .with("correlationKey", v.getCorrelationKey())
            .with("bpmnProcessId", v.getBpmnProcessId());
    return new Content(
        v.getProcessInstanceKey(),
        v.getProcessDefinitionKey(),
        v.getStartEventId(),
        null,
        0,
        payload.bytes());
  }

  private static Content process(Process v) {
    JsonText payload =
        new JsonText()
            .with("bpmnProcessId", v.getBpmnProcessId())
            .with("version", v.getVersion())
            .with("resourceName", v.getResourceName());
    return new Content(NONE, v.getProcessDefinitionKey(), null, null, 0, payload.bytes());
  }
}
