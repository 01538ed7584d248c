package dev.continuo.designer.bench;

import java.util.List;

/**
 * A process of one step on one side of the comparison. {@link #start} is called by many threads;
 * the side's worker tells {@link Instances} which job belongs to which number.
 */
interface OneStep {
  /** The process on both sides. */
  String PROCESS = "bench-one-step";

  /** The job type on both sides. */
  String JOB_TYPE = "continuo.critical.bench-step";

  String BPMN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="bench" targetNamespace="https://continuo.dev/bench">
        <bpmn:process id="bench-one-step" name="Bench: one step" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>to-step</bpmn:outgoing></bpmn:startEvent>
          <bpmn:serviceTask id="step" name="The step">
            <bpmn:extensionElements><zeebe:taskDefinition type="continuo.critical.bench-step" retries="3" /></bpmn:extensionElements>
            <bpmn:incoming>to-step</bpmn:incoming>
            <bpmn:outgoing>to-end</bpmn:outgoing>
          </bpmn:serviceTask>
          <bpmn:endEvent id="end"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
          <bpmn:sequenceFlow id="to-step" sourceRef="start" targetRef="step" />
          <bpmn:sequenceFlow id="to-end" sourceRef="step" targetRef="end" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  /** Starts one instance that carries the variable {@code n}; returns when the start is known. */
  void start(long n);

  Instances instances();

  /** The engines behind it, without this program. */
  List<Long> pids();

  /** Returns when nothing is left to do behind the instances that completed. */
  void settle();
}
