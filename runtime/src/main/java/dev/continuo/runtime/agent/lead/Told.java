package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Instant;
import java.util.Map;

/** Sentences for the trace of a run. */
final class Told {

  private Told() {}

  static TraceEntry by(
      StepContext step, TraceKind kind, String sentence, Map<String, Object> details) {
    return new TraceEntry(
        "agent-" + step.effectKey(),
        step.runKey(),
        step.elementInstanceKey(),
        step.elementId(),
        kind,
        sentence,
        details,
        Instant.now());
  }

  /** "Ida Storm (Fjord Hotel AS)". */
  static String who(IntakeRecord lead) {
    String name = line(lead.sender().name(), 80);
    return lead.organisation() == null
        ? name
        : name + " (" + line(lead.organisation().name(), 80) + ")";
  }

  /** One line of text from outside, not longer than that. */
  static String line(String text, int longest) {
    String line = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= longest ? line : line.substring(0, longest - 1).strip() + "…";
  }

  /** "1 fact", "2 facts". */
  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
