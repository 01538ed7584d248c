package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The executor role: an answer from a template, remembered facts and two free times. */
final class DraftAnswerStep implements StepHandler {
  private static final int OFFERED = 2;
  private static final Duration NOTICE = Duration.ofHours(20);
  private static final StepDescriptor DESCRIPTOR =
      Steps.describe(
          "draft-answer",
          "Draft an answer",
          "pencil",
          EffectClass.READ,
          RetryClass.QUICK,
          List.of(
              Steps.in("lead", "The read mail"),
              Steps.in("memory", "What is known of the contact"),
              Steps.in("qualification", "What was decided")),
          List.of(Steps.out("draft", "The mail as it could be sent")),
          "Fills your template for the kind of request with what was asked, what is known and two free times of yours. Sends nothing.");
  private final Memory memory;
  private final Slots slots;
  private final Templates templates;
  private final Settings settings;
  private final Trace trace;

  DraftAnswerStep(Memory memory, Slots slots, Templates templates, Settings settings, Trace trace) {
    this.memory = memory;
    this.slots = slots;
    this.templates = templates;
    this.settings = settings;
    this.trace = trace;
  }

  /** The key of a run's reserved times. */
  static String slotsKey(long runKey) {
    return "run-" + runKey;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    IntakeRecord lead = Contracts.INTAKE_RECORD.of(step.variables(), "lead");
    var decided = Steps.map(step.variables(), "qualification");
    String to = Steps.orElse(lead.replyTo(), lead.sender().email());
    if (to.isEmpty()) {
      return new StepOutcome.Incident(
          "There is nobody to answer.",
          "The mail names no sender's address.",
          "Open the mail on the run, answer by hand if you know who it is, and stop the run.");
    }
    WorkSettings work = settings.work();
    boolean declined = Steps.text(decided, "action").equals("decline");
    List<Draft.Slot> offered =
        declined
            ? List.of()
            : slots
                .reserve(slotsKey(step.runKey()), OFFERED, work, Instant.now().plus(NOTICE))
                .stream()
                .map(slot -> new Draft.Slot(slot.start(), slot.end(), slot.holdId()))
                .toList();
    Instant answerBy = Instant.now().plus(work.reminderAfter());
    List<Fact> known;
    try {
      known = facts(step);
    } catch (MemoryUnavailable waits) {
      return new StepOutcome.Retry(Duration.ofSeconds(5), String.valueOf(waits.getMessage()));
    }
    String template = template(lead, declined);
    var draft =
        new Draft(
            to,
            lead.sender().name(),
            Wording.reply(lead.subject()),
            templates.fill(template, values(lead, step, work, offered, answerBy)),
            lead.messageId(),
            references(lead),
            offered,
            answerBy,
            known.stream().map(Fact::factId).toList());
    Steps.tell(
        trace,
        step,
        TraceKind.AGENT,
        "drafted an answer to %s from the template '%s' with %d free times and %d remembered facts."
            .formatted(lead.sender().name(), template, offered.size(), known.size()),
        Map.of("template", template, "factIds", draft.factIds()));
    return new StepOutcome.Done(Map.of("draft", draft.variable()));
  }

  private String template(IntakeRecord lead, boolean declined) {
    if (declined) {
      return "decline";
    }
    return templates.exists(lead.kind().id()) ? lead.kind().id() : "unclear";
  }

  private List<Fact> facts(StepContext step) {
    var remembered = Steps.map(step.variables(), "memory");
    var facts = new ArrayList<Fact>();
    for (String entity : List.of("personId", "requestId")) {
      String id = Steps.text(remembered, entity);
      if (!id.isEmpty()) {
        facts.addAll(memory.facts(id));
      }
    }
    return facts;
  }

  private static Map<String, String> values(
      IntakeRecord lead,
      StepContext step,
      WorkSettings work,
      List<Draft.Slot> offered,
      Instant answerBy) {
    var remembered = Steps.map(step.variables(), "memory");
    var values = new HashMap<String, String>();
    values.put("firstName", Wording.firstName(lead.sender().name()));
    values.put(
        "request", lead.request() == null ? "" : lead.request().quote().replaceAll("\\s+", " "));
    values.put(
        "knownBefore",
        Boolean.TRUE.equals(remembered.get("knownContact"))
            ? "It is good to hear from you again."
            : "");
    values.put(
        "dateNoted",
        lead.dates().isEmpty()
            ? ""
            : "I have noted the date you mentioned: \"" + lead.dates().getFirst().quote() + "\".");
    values.put(
        "budgetNoted",
        lead.money().isEmpty()
            ? ""
            : "I have noted the amount you mentioned: \""
                + lead.money().getFirst().quote()
                + "\".");
    values.put("slotsIntro", offered.isEmpty() ? "" : "These times are free:");
    values.put("slots", Wording.slots(offered, work));
    values.put(
        "askBy",
        offered.isEmpty()
            ? ""
            : "Please tell me by " + Wording.day(answerBy, work) + " which of them suits you.");
    values.put("ownerName", work.ownerName());
    values.put("company", work.company());
    return values;
  }

  private static List<String> references(IntakeRecord lead) {
    var references = new ArrayList<>(lead.references());
    if (!references.contains(lead.messageId())) {
      references.add(lead.messageId());
    }
    return references;
  }
}
