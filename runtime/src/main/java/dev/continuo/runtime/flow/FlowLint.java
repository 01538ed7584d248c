package dev.continuo.runtime.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;

/**
 * Looks at a process before it may be released: bounded in size and depth, only elements that the
 * engine runs, only steps of the catalogue, only expressions that cannot stop the engine. Reads the
 * file once, as a stream; DOCTYPE is refused before any parser sees an entity.
 */
final class FlowLint {
  private final Supplier<StepCatalogue> catalogue;

  FlowLint(Supplier<StepCatalogue> catalogue) {
    this.catalogue = catalogue;
  }

  /** What can be read of a process even when it has errors. */
  record Outline(
      String processId,
      String title,
      Map<String, String> elementNames,
      Optional<String> startMessage) {}

  Optional<Outline> outline(String xml) {
    try {
      var reading = BpmnReading.of(xml);
      if (reading.processId.isEmpty()) {
        return Optional.empty();
      }
      String title = reading.processName.isBlank() ? reading.processId : reading.processName;
      return Optional.of(
          new Outline(
              reading.processId,
              title,
              Map.copyOf(reading.names),
              Optional.ofNullable(reading.messageNames.get(reading.startMessageRef))));
    } catch (XMLStreamException | BpmnReading.Refused unreadable) {
      return Optional.empty();
    }
  }

  List<Finding> check(String xml) {
    BpmnReading reading;
    try {
      reading = BpmnReading.of(xml);
    } catch (BpmnReading.Refused refused) {
      return List.of(refused.finding);
    } catch (XMLStreamException malformed) {
      return List.of(
          Finding.error(
              "not-xml",
              "",
              "The file is not well-formed XML (line %d)."
                  .formatted(malformed.getLocation().getLineNumber()),
              "It cannot be read as a process.",
              "Open it in an editor that shows the line, or take the last version that worked."));
    }
    var findings = new ArrayList<Finding>(reading.findings);
    processes(reading, findings);
    findings.addAll(reading.connections.check(reading::called));
    steps(reading, findings);
    reading.expressions.forEach(
        (where, expressions) ->
            expressions.forEach(
                expression ->
                    FeelBounds.check(expression)
                        .ifPresent(
                            problem ->
                                findings.add(
                                    Finding.error(
                                        "expression-not-bounded",
                                        where,
                                        "The expression '%s' at %s %s."
                                            .formatted(
                                                shortened(expression),
                                                reading.called(where),
                                                problem),
                                        "One expression without a bound can stop the engine for every run.",
                                        "Move the calculation into a decision table and keep a comparison here.")))));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  private static void processes(BpmnReading reading, List<Finding> findings) {
    if (reading.executableProcesses != 1) {
      findings.add(
          Finding.error(
              "one-process",
              "",
              "The file has %d executable processes.".formatted(reading.executableProcesses),
              "A flow is exactly one process.",
              "Keep one process marked executable, with an id."));
    }
    if (!reading.hasStart) {
      findings.add(
          Finding.error(
              "no-start",
              reading.processId,
              "The process has no start event.",
              "Nothing could begin it.",
              "Add a start event."));
    }
  }

  private void steps(BpmnReading reading, List<Finding> findings) {
    reading.tasks.forEach(
        (id, kind) -> {
          String jobType = reading.jobTypes.get(id);
          if (jobType == null) {
            if (kind.equals("serviceTask")
                || kind.equals("sendTask")
                || kind.equals("businessRuleTask")) {
              findings.add(
                  Finding.error(
                      "no-step",
                      id,
                      "%s has no step chosen.".formatted(reading.called(id)),
                      "Nobody would do its work and the run would wait for ever.",
                      "Choose a step from the catalogue in its properties."));
            }
            return;
          }
          Optional<StepDescriptor> step = catalogue.get().ofJobType(jobType);
          step.ifPresent(known -> settings(reading, id, known, findings));
          if (step.isEmpty()) {
            findings.add(
                Finding.error(
                    "unknown-step",
                    id,
                    "%s asks for '%s', which is not in the step catalogue."
                        .formatted(reading.called(id), jobType),
                    "Nobody would do its work and the run would wait for ever.",
                    "Choose one of: "
                        + String.join(
                            ", ",
                            catalogue.get().steps().stream().map(StepDescriptor::title).toList())
                        + "."));
          }
        });
  }

  /** A setting is part of the drawing: one that is missing would stop every run at that step. */
  private static void settings(
      BpmnReading reading, String id, StepDescriptor step, List<Finding> findings) {
    Set<String> given = reading.settings.getOrDefault(id, Set.of());
    for (StepPort port : step.inputs()) {
      if (port.required() && port.type().equals("header") && !given.contains(port.name())) {
        findings.add(
            Finding.error(
                "missing-setting",
                id,
                "%s lacks the setting '%s'.".formatted(reading.called(id), port.title()),
                "Every run would stop there.",
                "Select it and fill the field under Settings."));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }

  /** Elements of BPMN that the engine rejects or ignores in silence, with what to do instead. */
  static final Map<String, String> NOT_RUN = notRun();

  private static Map<String, String> notRun() {
    var map = new HashMap<String, String>();
    map.put("adHocSubProcess", "Use a sub-process with the steps in order.");
    map.put("transaction", "Use a sub-process with compensation events.");
    map.put("complexGateway", "Use exclusive or parallel gateways.");
    map.put("conditionalEventDefinition", "Use a message, a timer or a gateway.");
    map.put("cancelEventDefinition", "Use an error event.");
    map.put("multipleEventDefinition", "Use one event for each.");
    return Map.copyOf(map);
  }

  /** Elements that carry work. */
  static final Set<String> TASKS =
      new HashSet<>(
          List.of(
              "serviceTask",
              "sendTask",
              "businessRuleTask",
              "userTask",
              "scriptTask",
              "task",
              "manualTask",
              "receiveTask"));
}
