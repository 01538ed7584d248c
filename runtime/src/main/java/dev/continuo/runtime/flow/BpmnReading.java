package dev.continuo.runtime.flow;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One pass over a BPMN file that collects what the lint needs. Bounded in size and depth. */
final class BpmnReading {
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final int MOST_CHARACTERS = 5_000_000;
  private static final int MOST_ELEMENTS = 5_000;
  private static final int DEEPEST = 60;

  final List<Finding> findings = new ArrayList<>();
  final Map<String, String> names = new HashMap<>();
  final Map<String, String> tasks = new LinkedHashMap<>();
  final Map<String, String> jobTypes = new HashMap<>();
  final Map<String, Set<String>> settings = new HashMap<>();
  final Map<String, List<String>> expressions = new LinkedHashMap<>();
  final Map<String, String> messageNames = new HashMap<>();
  final Connections connections = new Connections();
  String processId = "";
  String processName = "";
  String startMessageRef = "";
  int executableProcesses;
  boolean hasStart;

  private final Deque<Node> open = new ArrayDeque<>();
  private int elements;

  private record Node(String name, String id) {}

  /** The file is refused before it is looked at further. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Finding finding;

    Refused(Finding finding) {
      super(finding.sentence());
      this.finding = finding;
    }
  }

  static BpmnReading of(String xml) throws XMLStreamException, Refused {
    if (xml.length() > MOST_CHARACTERS) {
      throw new Refused(
          Finding.error(
              "too-large",
              "",
              "The file has %,d characters.".formatted(xml.length()),
              "More than %,d cannot be deployed safely.".formatted(MOST_CHARACTERS),
              "Split the process into several flows."));
    }
    var reading = new BpmnReading();
    var reader = factory().createXMLStreamReader(new StringReader(xml));
    try {
      while (reader.hasNext()) {
        reading.take(reader.next(), reader);
      }
    } finally {
      reader.close();
    }
    return reading;
  }

  /** The only place of this feature that makes an XML parser: no DTD, no external entities. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void take(int event, XMLStreamReader reader) throws Refused {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION ->
          throw new Refused(
              Finding.error(
                  "doctype",
                  "",
                  "The file declares a DOCTYPE (line %d)."
                      .formatted(reader.getLocation().getLineNumber()),
                  "Such a declaration can read files of this computer or fill its memory.",
                  "Remove the DOCTYPE line; a BPMN file needs none."));
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
      default -> {
        // comments and processing instructions carry nothing for the engine
      }
    }
  }

  private void start(XMLStreamReader reader) throws Refused {
    String name = reader.getLocalName();
    String id = attribute(reader, "id");
    boolean bpmn = BPMN.equals(reader.getNamespaceURI());
    open.push(new Node(name, id.isEmpty() ? owner() : id));
    if (open.size() > DEEPEST) {
      throw new Refused(
          Finding.error(
              "too-deep",
              id,
              "The process is nested deeper than %d levels (line %d)."
                  .formatted(DEEPEST, reader.getLocation().getLineNumber()),
              "The engine's parser can break on it and take other runs with it.",
              "Move inner sub-processes into flows of their own."));
    }
    if (bpmn && !id.isEmpty()) {
      names.put(id, attribute(reader, "name"));
    }
    if (bpmn) {
      bpmn(reader, name, id);
    } else if (ZEEBE.equals(reader.getNamespaceURI())) {
      zeebe(reader, name);
    }
  }

  private void bpmn(XMLStreamReader reader, String name, String id) throws Refused {
    connections.take(name, id, attribute -> attribute(reader, attribute));
    if (FlowLint.TASKS.contains(name)) {
      tasks.put(id, name);
      countElement();
    } else if (name.endsWith("Event") || name.endsWith("Gateway") || name.endsWith("ubProcess")) {
      countElement();
    }
    switch (name) {
      case "process" -> {
        if (attribute(reader, "isExecutable").equals("true")) {
          executableProcesses++;
          processId = id;
          processName = attribute(reader, "name");
        }
      }
      case "startEvent" -> hasStart = true;
      case "message" -> messageNames.put(id, attribute(reader, "name"));
      case "messageEventDefinition" -> {
        if (within("startEvent") && !within("subProcess")) {
          startMessageRef = attribute(reader, "messageRef");
        }
      }
      case "scriptTask" ->
          refused(
              "script",
              id,
              "is a script task",
              "Scripts are code that nobody reviews.",
              "Use a decision table or a step of the catalogue.");
      default -> {
        String instead = FlowLint.NOT_RUN.get(name);
        if (instead != null) {
          refused(
              "not-supported",
              id.isEmpty() ? owner() : id,
              "uses '" + name + "'",
              "The engine does not run it.",
              instead);
        }
      }
    }
  }

  private void zeebe(XMLStreamReader reader, String name) {
    String owner = owner();
    switch (name) {
      case "taskDefinition" -> {
        String type = attribute(reader, "type");
        if (type.startsWith("=")) {
          refused(
              "computed-step",
              owner,
              "computes its step type",
              "What runs must be readable in the model.",
              "Choose a step from the catalogue.");
        } else {
          jobTypes.put(owner, type);
        }
      }
      case "header" -> {
        if (!attribute(reader, "value").isBlank()) {
          settings.computeIfAbsent(owner, any -> new HashSet<>()).add(attribute(reader, "key"));
        }
      }
      case "userTask" ->
          refused(
              "native-user-task",
              owner,
              "is a user task of a kind that this engine does not offer",
              "No card would appear in the inbox and the run would wait for ever.",
              "Set its implementation to 'Job worker'.");
      case "calledDecision" ->
          refused(
              "called-decision",
              owner,
              "calls a decision inside the engine",
              "Decisions run on Continuo's own tables, where each one is recorded with its rows.",
              "Choose the step 'Decide by table' and name the table in its settings.");
      case "script" ->
          refused(
              "script",
              owner,
              "carries a script",
              "Scripts are code that nobody reviews.",
              "Use a decision table or a step of the catalogue.");
      case "executionListener", "taskListener" ->
          refused(
              "listener",
              owner,
              "has a listener",
              "This engine ignores it in silence.",
              "Put the work into a step of its own.");
      case "versionTag" -> ignored(owner, "has a version tag");
      default -> {
        // read for its attributes only
      }
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("bindingType")
          && !reader.getAttributeValue(i).equals("latest")) {
        ignored(owner, "asks for a binding type");
      }
      expression(owner, reader.getAttributeValue(i));
    }
  }

  private void text(String text) {
    String expression = text.strip();
    if (!open.isEmpty()) {
      expression(owner(), expression);
    }
  }

  private void expression(String where, String value) {
    if (value.startsWith("=")) {
      expressions.computeIfAbsent(where, any -> new ArrayList<>()).add(value.substring(1).strip());
    }
  }

  private void countElement() throws Refused {
    if (++elements > MOST_ELEMENTS) {
      throw new Refused(
          Finding.error(
              "too-many-elements",
              "",
              "The process has more than %,d elements.".formatted(MOST_ELEMENTS),
              "The engine would take minutes to read it and hold up every run.",
              "Split it into several flows."));
    }
  }

  private void refused(String code, String id, String what, String why, String fix) {
    findings.add(Finding.error(code, id, called(id) + " " + what + ".", why, fix));
  }

  private void ignored(String id, String what) {
    findings.add(
        Finding.warning(
            "ignored-by-engine",
            id,
            called(id) + " " + what + ".",
            "This engine ignores it in silence.",
            "Remove it so that nobody relies on it."));
  }

  /** The element in a person's words. */
  String called(String id) {
    String name = names.getOrDefault(id, "");
    return name.isBlank() ? connections.kind(id) + " '" + id + "'" : "'" + name + "'";
  }

  private boolean within(String element) {
    return open.stream().anyMatch(node -> node.name().equals(element));
  }

  private String owner() {
    return open.stream().map(Node::id).filter(id -> !id.isEmpty()).findFirst().orElse("");
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
