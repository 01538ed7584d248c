package dev.continuo.runtime.flow.zeebe;

import dev.continuo.runtime.flow.EngineEpoch;
import dev.continuo.runtime.flow.StepContext;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;

/** A job as a handler sees it. */
record ZeebeStep(
    long jobKey,
    long runKey,
    long elementInstanceKey,
    String flowId,
    int flowVersion,
    String elementId,
    Map<String, Object> variables,
    Map<String, String> headers,
    EngineEpoch epoch)
    implements StepContext {

  ZeebeStep(ActivatedJob job, EngineEpoch epoch) {
    this(
        job.getKey(),
        job.getProcessInstanceKey(),
        job.getElementInstanceKey(),
        job.getBpmnProcessId(),
        job.getProcessDefinitionVersion(),
        job.getElementId(),
        job.getVariablesAsMap(),
        job.getCustomHeaders(),
        epoch);
  }

  @Override
  public String effectKey() {
    return epoch.distinct(StepContext.super.effectKey());
  }
}
