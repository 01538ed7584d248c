package dev.continuo.runtime.flow;

import java.util.Map;

/** What a handler knows of the job in hand. Values in, nothing of the engine. */
public interface StepContext {
  /** The engine's number of the job. */
  long jobKey();

  /** The engine's number of the process instance: the run. */
  long runKey();

  /** The engine's number of this visit of the element; stable over redelivery of the job. */
  long elementInstanceKey();

  /** The modeller's id of the process. */
  String flowId();

  /** The engine's version of the process definition that this run keeps. */
  int flowVersion();

  /** The modeller's id of the element. */
  String elementId();

  /** The variables visible to the step, as plain maps, lists, strings, numbers and booleans. */
  Map<String, Object> variables();

  /** The step's fixed settings from the model. */
  Map<String, String> headers();

  /** The durable key under which the step's effects happen once. */
  default String effectKey() {
    return runKey() + "-" + elementInstanceKey();
  }
}
