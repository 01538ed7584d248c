package dev.continuo.runtime.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts what happened in a run in causal order: every visit of an element under the visit that
 * encloses it, every entry under the visit that caused it, otherwise by time.
 */
final class TraceTree {
  private final Sentences sentences;
  private final Node root;
  private final Map<Long, Node> visits = new HashMap<>();
  private final Map<String, List<Node>> visitsOf = new HashMap<>();

  TraceTree(long runKey, Sentences sentences) {
    this.sentences = sentences;
    this.root = new Node(Instant.MIN, null);
    visits.put(runKey, root);
  }

  /** Adds a record of the engine; records come in the order of their positions. */
  void add(JournalRecord record) {
    String sentence = sentences.of(record, record.processKey());
    TraceLine line = sentence == null ? null : line(record, sentence);
    if (!record.valueType().equals("PROCESS_INSTANCE")) {
      add(line, record.number("elementInstanceKey"));
    } else if (record.text("bpmnElementType").equals(ElementTypes.PROCESS)) {
      add(line, record.runKey());
    } else if (record.intent().equals("ELEMENT_ACTIVATED")) {
      Node visit = new Node(record.at(), line);
      visits.put(record.key(), visit);
      String element = Objects.requireNonNullElse(record.elementId(), "");
      visitsOf.computeIfAbsent(element, any -> new ArrayList<>()).add(visit);
      parent(record.number("flowScopeKey")).children.add(visit);
    } else {
      Node visit = visits.get(record.key());
      if (visit != null && !record.intent().equals("ELEMENT_MIGRATED")) {
        visit.endedAt = record.at();
      }
    }
  }

  /**
   * Adds an entry that a feature recorded; after all records. One that names only its element
   * belongs to the last visit of it before the entry.
   */
  void add(TraceEntry entry) {
    Long visit = entry.elementInstanceKey();
    Node cause = visit == null ? lastVisit(entry.elementId(), entry.at()) : parent(visit);
    TraceLine line =
        new TraceLine(
            entry.key(),
            entry.at(),
            0,
            entry.kind(),
            visit,
            entry.elementId(),
            entry.sentence(),
            entry.details(),
            null);
    cause.children.add(new Node(line.at(), line));
  }

  private Node lastVisit(@Nullable String elementId, Instant at) {
    List<Node> all = elementId == null ? List.of() : visitsOf.getOrDefault(elementId, List.of());
    return all.reversed().stream().filter(visit -> !visit.at.isAfter(at)).findFirst().orElse(root);
  }

  List<TraceLine> lines() {
    List<TraceLine> lines = new ArrayList<>();
    root.tell(0, lines);
    return lines;
  }

  private void add(@Nullable TraceLine line, long visit) {
    if (line != null) {
      parent(visit).children.add(new Node(line.at(), line));
    }
  }

  private Node parent(long visit) {
    return visits.getOrDefault(visit, root);
  }

  private static TraceLine line(JournalRecord record, String sentence) {
    boolean element = record.valueType().equals("PROCESS_INSTANCE");
    long visit = element ? record.key() : record.number("elementInstanceKey");
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("record", record.valueType() + " " + record.intent());
    details.put("position", record.position());
    if (element) {
      details.put("elementType", record.text("bpmnElementType"));
    }
    return new TraceLine(
        "record-" + record.partition() + "-" + record.position(),
        record.at(),
        0,
        record.valueType().equals("INCIDENT")
            ? TraceKind.INCIDENT
            : record.valueType().equals("PROCESS_MESSAGE_SUBSCRIPTION")
                ? TraceKind.MESSAGE
                : TraceKind.TRANSITION,
        visit == 0 ? null : visit,
        record.elementId(),
        sentence,
        details,
        null);
  }

  /** A visit or a line; a visit without a sentence is not shown, what it caused is. */
  private static final class Node {
    private final Instant at;
    private final @Nullable TraceLine line;
    private final List<Node> children = new ArrayList<>();
    private @Nullable Instant endedAt;

    Node(Instant at, @Nullable TraceLine line) {
      this.at = at;
      this.line = line;
    }

    void tell(int depth, List<TraceLine> lines) {
      int below = depth;
      if (line != null) {
        lines.add(placed(line, depth));
        below++;
      }
      children.sort(
          Comparator.comparing(child -> child.at)); // stable: equal times keep their order
      for (Node child : children) {
        child.tell(below, lines);
      }
    }

    private TraceLine placed(TraceLine told, int depth) {
      return new TraceLine(
          told.key(),
          told.at(),
          depth,
          told.kind(),
          told.elementInstanceKey(),
          told.elementId(),
          told.sentence(),
          told.details(),
          endedAt == null ? null : Duration.between(told.at(), endedAt));
    }
  }
}
