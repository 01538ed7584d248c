package dev.continuo.runtime.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What leads where in a process. The engine begins at start events only: what nothing leads to is
 * drawn and never runs, without a word from the engine.
 */
final class Connections {
  private static final Map<String, String> NODES =
      Map.ofEntries(
          Map.entry("startEvent", "The start"),
          Map.entry("endEvent", "The end"),
          Map.entry("intermediateCatchEvent", "The wait"),
          Map.entry("intermediateThrowEvent", "The event"),
          Map.entry("exclusiveGateway", "The choice"),
          Map.entry("parallelGateway", "The fork"),
          Map.entry("inclusiveGateway", "The fork"),
          Map.entry("eventBasedGateway", "The wait"),
          Map.entry("subProcess", "The group"),
          Map.entry("callActivity", "The flow"));

  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Set<String> reached = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private String newest = "";

  /** Takes one BPMN element in, in the order of the file: its kind, its id, its attributes. */
  void take(String kind, String id, UnaryOperator<String> attribute) {
    if (kind.equals("sequenceFlow")) {
      left.add(attribute.apply("sourceRef"));
      reached.add(attribute.apply("targetRef"));
    } else if (kind.equals("linkEventDefinition")) {
      reached.add(newest);
    } else if (NODES.containsKey(kind) || FlowLint.TASKS.contains(kind)) {
      newest = id;
      nodes.put(id, kind);
      if (attribute.apply("triggeredByEvent").equals("true")
          || attribute.apply("isForCompensation").equals("true")) {
        reached.add(id);
      }
    }
  }

  /** What an element is, in a person's words: "The choice". */
  String kind(String id) {
    String kind = nodes.getOrDefault(id, "");
    return NODES.getOrDefault(kind, FlowLint.TASKS.contains(kind) ? "The step" : "Element");
  }

  /** One finding for each node that no run can come to, and for a start that nothing follows. */
  List<Finding> check(UnaryOperator<String> called) {
    List<Finding> findings = new ArrayList<>();
    nodes.forEach(
        (id, kind) -> {
          if (kind.equals("startEvent")) {
            if (!left.contains(id)) {
              findings.add(
                  Finding.warning(
                      "nothing-follows",
                      id,
                      "Nothing follows %s.".formatted(inside(called.apply(id))),
                      "A run would end where it begins.",
                      "Add a step behind it."));
            }
          } else if (!reached.contains(id)) {
            findings.add(
                Finding.error(
                    "not-reached",
                    id,
                    "Nothing leads to %s.".formatted(inside(called.apply(id))),
                    "It is drawn, yet no run would ever come to it.",
                    "Draw an arrow to it, or remove it."));
          }
        });
    return findings;
  }

  /** As it stands inside a sentence. */
  private static String inside(String called) {
    return called.startsWith("The ") ? "the" + called.substring(3) : called;
  }
}
