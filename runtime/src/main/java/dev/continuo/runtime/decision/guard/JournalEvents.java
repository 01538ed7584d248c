package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.journal.ElementNames;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What guards want to know of the journal, in the order of its positions. */
final class JournalEvents implements JournalListener {
  private static final String AGENTS = "Agents";
  private final GuardEvents events;
  private final Supplier<@Nullable StepCatalogue> catalogue;
  private final Supplier<@Nullable Journal> journal;
  private final Supplier<@Nullable ElementNames> names;

  JournalEvents(
      GuardEvents events,
      Supplier<@Nullable StepCatalogue> catalogue,
      Supplier<@Nullable Journal> journal,
      Supplier<@Nullable ElementNames> names) {
    this.events = events;
    this.catalogue = catalogue;
    this.journal = journal;
    this.names = names;
  }

  @Override
  public void on(List<JournalRecord> batch) {
    var told = new ArrayList<GuardEvent>();
    for (JournalRecord record : batch) {
      switch (record.valueType() + " " + record.intent()) {
        case "JOB FAILED" -> step(record).ifPresent(step -> failed(record, step, told));
        case "JOB CREATED" ->
            step(record)
                .filter(step -> step.group().equals(AGENTS))
                .ifPresent(
                    step ->
                        told.add(event(record, "tool-called", step.title(), call(record, step))));
        case "JOB COMPLETED" ->
            step(record)
                .filter(step -> step.id().endsWith("reminder"))
                .filter(step -> step.effectClass() == EffectClass.OUTSIDE)
                .filter(step -> wasSent(record.runKey()))
                .ifPresent(
                    step ->
                        told.add(
                            event(
                                record,
                                "reminder-sent",
                                events.subject(record.runKey()),
                                element(record))));
        case "PROCESS_MESSAGE_SUBSCRIPTION CORRELATED" -> {
          if (record.text("messageName").endsWith("reply")) {
            told.add(event(record, "answer-received", events.subject(record.runKey()), ""));
          }
        }
        case "VARIABLE CREATED" -> mail(record).ifPresent(told::add);
        default -> {
          // nothing that guards look at
        }
      }
    }
    events.tell(told);
  }

  private void failed(JournalRecord record, StepDescriptor step, List<GuardEvent> told) {
    told.add(event(record, "step-failed", step.title(), element(record)));
    if (step.effectClass() == EffectClass.OUTSIDE || step.effectClass() == EffectClass.READ) {
      told.add(event(record, "connector-failed", step.title(), element(record)));
    }
  }

  private boolean wasSent(long runKey) {
    var known = journal.get();
    var answer = known == null ? null : known.variables(runKey, runKey).get("answer");
    return !(answer instanceof Map<?, ?> values) || !"rejected".equals(values.get("verdict"));
  }

  /** A mail that begins a run is a sign of life of its sender. */
  private Optional<GuardEvent> mail(JournalRecord record) {
    var payload = record.payload();
    if (payload == null
        || !record.text("name").equals("mail")
        || record.number("scopeKey") != record.runKey()) {
      return Optional.empty();
    }
    var from = payload.path("value").path("fromAddress").asString("");
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(event(record, "answer-received", from, ""));
  }

  private Optional<StepDescriptor> step(JournalRecord record) {
    var known = catalogue.get();
    return known == null ? Optional.empty() : known.ofJobType(record.text("type"));
  }

  /**
   * The step and a digest of the values that it is given, so that other values are another call.
   */
  private String call(JournalRecord record, StepDescriptor step) {
    var known = journal.get();
    if (known == null) {
      return element(record);
    }
    var seen = new HashMap<>(known.variables(record.runKey(), record.runKey()));
    seen.putAll(known.variables(record.runKey(), record.number("elementInstanceKey")));
    var given = new TreeMap<String, Object>();
    for (StepPort input : step.inputs()) {
      if (seen.containsKey(input.name())) {
        given.put(input.name(), seen.get(input.name()));
      }
    }
    return given.isEmpty()
        ? element(record)
        : "%s (values %s)".formatted(element(record), ValuesDigest.of(given));
  }

  private String element(JournalRecord record) {
    var id = String.valueOf(record.elementId());
    var known = names.get();
    return known == null ? id : known.name(record.processKey(), id).orElse(id);
  }

  private static GuardEvent event(
      JournalRecord record, String kind, String subject, String detail) {
    return new GuardEvent(
        "%s-%d-%d".formatted(kind, record.partition(), record.position()),
        kind,
        subject,
        record.at(),
        record.runKey() > 0 ? record.runKey() : null,
        detail,
        0);
  }
}
