package dev.continuo.runtime.agent;

import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the roles' steps share: how they are described, how they read variables, how they tell. */
final class Steps {
  private Steps() {}

  static StepDescriptor describe(
      String id,
      String title,
      String icon,
      EffectClass effectClass,
      RetryClass retry,
      List<StepPort> inputs,
      List<StepPort> outputs,
      String docs) {
    return new StepDescriptor(
        id, title, "Leads", icon, effectClass, Lane.CRITICAL, retry, inputs, outputs, docs);
  }

  static StepPort in(String name, String title) {
    return new StepPort(name, "context", title, true);
  }

  static StepPort out(String name, String title) {
    return new StepPort(name, "context", title, false);
  }

  /** A variable that is a map; empty where it is missing. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, ?> from, String name) {
    return from.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }

  static List<?> list(Map<String, ?> from, String name) {
    return from.get(name) instanceof List<?> found ? found : List.of();
  }

  static String text(Map<String, ?> from, String name) {
    Object found = from.get(name);
    return found == null ? "" : found.toString();
  }

  static StepOutcome missing(String step, String variable) {
    return new StepOutcome.Incident(
        "'%s' has nothing to work on.".formatted(step),
        "The variable '%s' is missing.".formatted(variable),
        "Check the step before it in the flow, then choose Try again.");
  }

  static void tell(
      Trace trace, StepContext step, TraceKind kind, String sentence, Map<String, Object> details) {
    trace.record(
        new TraceEntry(
            step.effectKey() + "-" + step.elementId(),
            step.runKey(),
            step.elementInstanceKey(),
            step.elementId(),
            kind,
            sentence,
            details,
            Instant.now()));
  }

  static String orElse(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }
}
