package dev.continuo.runtime.agent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail that may be sent: the process variable {@code draft}.
 *
 * @param to the recipient's address
 * @param toName the recipient's name
 * @param subject the subject line
 * @param text the plain text
 * @param inReplyTo message id that it answers
 * @param references message ids of the thread, oldest first
 * @param slots offered times, in order
 * @param answerBy until when an answer is asked for
 * @param factIds facts that the text stands on
 */
record Draft(
    String to,
    String toName,
    String subject,
    String text,
    String inReplyTo,
    List<String> references,
    List<Slot> slots,
    Instant answerBy,
    List<String> factIds) {
  Draft {
    references = List.copyOf(references);
    slots = List.copyOf(slots);
    factIds = List.copyOf(factIds);
  }

  /** An offered time under its reservation. */
  record Slot(Instant start, Instant end, String holdId) {}

  Map<String, Object> variable() {
    var map = new LinkedHashMap<String, Object>();
    map.put("to", to);
    map.put("toName", toName);
    map.put("subject", subject);
    map.put("text", text);
    map.put("inReplyTo", inReplyTo);
    map.put("references", references);
    map.put(
        "slots",
        slots.stream()
            .map(
                slot ->
                    Map.of(
                        "start",
                        slot.start().toString(),
                        "end",
                        slot.end().toString(),
                        "holdId",
                        slot.holdId()))
            .toList());
    map.put("answerBy", answerBy.toString());
    map.put("factIds", factIds);
    return map;
  }

  static Draft of(Map<String, Object> variables) {
    var map = Steps.map(variables, "draft");
    return new Draft(
        Steps.text(map, "to"),
        Steps.text(map, "toName"),
        Steps.text(map, "subject"),
        Steps.text(map, "text"),
        Steps.text(map, "inReplyTo"),
        Steps.list(map, "references").stream().map(String::valueOf).toList(),
        Steps.list(map, "slots").stream().map(Draft::slot).toList(),
        Instant.parse(Steps.text(map, "answerBy")),
        Steps.list(map, "factIds").stream().map(String::valueOf).toList());
  }

  private static Slot slot(Object raw) {
    var map = Steps.map(Map.of("slot", raw), "slot");
    return new Slot(
        Instant.parse(Steps.text(map, "start")),
        Instant.parse(Steps.text(map, "end")),
        Steps.text(map, "holdId"));
  }
}
