package dev.continuo.designer.process;

import java.text.Normalizer;
import java.util.Locale;

/** The text of a process that begins, for a new flow: what follows is the owner's to draw. */
final class NewProcess {
  private static final int LONGEST_ID = 60;
  private static final String BPMN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="%1$s-definitions" targetNamespace="https://continuo.dev/flows" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
        <bpmn:process id="%1$s" name="%2$s" isExecutable="true">
          <bpmn:startEvent id="begin" name="Begin" />
        </bpmn:process>
        <bpmndi:BPMNDiagram id="%1$s-diagram">
          <bpmndi:BPMNPlane id="%1$s-plane" bpmnElement="%1$s">
            <bpmndi:BPMNShape id="begin-shape" bpmnElement="begin">
              <dc:Bounds x="160" y="140" width="36" height="36" />
              <bpmndi:BPMNLabel><dc:Bounds x="148" y="183" width="60" height="14" /></bpmndi:BPMNLabel>
            </bpmndi:BPMNShape>
          </bpmndi:BPMNPlane>
        </bpmndi:BPMNDiagram>
      </bpmn:definitions>
      """;

  private NewProcess() {}

  static String xml(String id, String title) {
    return BPMN.formatted(id, escaped(title));
  }

  /** An id that goes with a title: "Fakturaer på mandag" is "fakturaer-pa-mandag". */
  static String idOf(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
