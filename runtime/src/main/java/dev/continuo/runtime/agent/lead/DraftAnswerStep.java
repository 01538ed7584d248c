package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.RequestKind;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drafts an answer from a template, the record of the mail, memory and two free times. */
final class DraftAnswerStep implements StepHandler {
  private static final int OFFERED = 2;
  private static final Duration NOTICE = Duration.ofHours(20);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Kinds whose answer offers a talk. */
  private static final Set<RequestKind> TALK =
      EnumSet.of(
          RequestKind.PROJECT_INQUIRY,
          RequestKind.PRICE_REQUEST,
          RequestKind.MEETING_REQUEST,
          RequestKind.SUPPORT);

  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "draft-answer",
          "Draft an answer",
          "Agents",
          "pencil",
          EffectClass.READ,
          Lane.CRITICAL,
          RetryClass.QUICK,
          List.of(
              new StepPort("lead", "context", "Who wrote and what they want", true),
              new StepPort("memory", "context", "What was known before", false),
              new StepPort("qualification", "context", "What the table says", true)),
          List.of(new StepPort("draft", "context", "The answer as drafted", true)),
          "Writes an answer from a template, what the mail says and what is remembered, and reserves"
              + " two free times for it. It sends nothing. Put a template of the same name into the"
              + " data folder's templates to change the words.");

  private final Memory memory;
  private final Slots slots;
  private final Settings settings;
  private final AnswerText texts;
  private final Trace trace;
  private final InstantSource clock;

  DraftAnswerStep(
      Memory memory,
      Slots slots,
      Settings settings,
      AnswerText texts,
      Trace trace,
      InstantSource clock) {
    this.memory = memory;
    this.slots = slots;
    this.settings = settings;
    this.texts = texts;
    this.trace = trace;
    this.clock = clock;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    IntakeRecord lead = Contracts.INTAKE_RECORD.of(step.variables(), "lead");
    Qualification qualification = Qualification.CONTRACT.of(step.variables(), "qualification");
    if (lead.replyTo() == null && !lead.sender().email().contains("@")) {
      return new StepOutcome.Incident(
          "There is nobody to answer.",
          "The mail names no sender's address.",
          "Put an address into lead.sender.email, or end the run.");
    }
    try {
      Draft draft = draft(step, lead, qualification);
      tell(step, lead, qualification, draft);
      return new StepOutcome.Done(Map.of("draft", Draft.CONTRACT.variable(draft)));
    } catch (MemoryUnavailable away) {
      return new StepOutcome.Retry(PAUSE, String.valueOf(away.getMessage()));
    }
  }

  /** Under which the free times of a run's answer are reserved. */
  static String slotsKey(long runKey) {
    return "answer-" + runKey;
  }

  private Draft draft(StepContext step, IntakeRecord lead, Qualification qualification) {
    WorkSettings work = settings.work();
    Instant now = clock.instant();
    Recollection recollection = Recollection.of(memory, step.variables(), work.zone());
    return texts.answer(
        new AnswerText.Material(
            lead,
            qualification,
            offered(step, lead, qualification, work, now),
            recollection.sentence(),
            recollection.facts().stream().map(DraftAnswerStep::used).toList(),
            Deadlines.endOfWorkingDay(now.plus(work.reminderAfter()), work),
            now,
            work));
  }

  private List<Draft.OfferedSlot> offered(
      StepContext step,
      IntakeRecord lead,
      Qualification qualification,
      WorkSettings work,
      Instant now) {
    return qualification.declines() || !TALK.contains(lead.kind())
        ? List.of()
        : slots.reserve(slotsKey(step.runKey()), OFFERED, work, now.plus(NOTICE)).stream()
            .map(s -> new Draft.OfferedSlot(s.start(), s.end(), s.holdId()))
            .toList();
  }

  private static Draft.UsedFact used(Fact fact) {
    return new Draft.UsedFact(
        fact.factId(), Told.line(fact.sentence(), 300), Told.line(fact.quote(), 300));
  }

  private void tell(StepContext step, IntakeRecord lead, Qualification qualification, Draft draft) {
    List<String> with = new ArrayList<>();
    if (!draft.slots().isEmpty()) {
      with.add(Told.count(draft.slots().size(), "free time"));
    }
    if (!draft.factsUsed().isEmpty()) {
      with.add(Told.count(draft.factsUsed().size(), "remembered fact"));
    }
    String sentence =
        (qualification.declines() ? "drafts a friendly no to " : "drafts an answer to ")
            + Told.who(lead)
            + (with.isEmpty() ? "." : " with " + String.join(" and ", with) + ".");
    trace.record(
        Told.by(
            step,
            TraceKind.AGENT,
            sentence,
            Map.of(
                "subject", draft.subject(),
                "factIds", draft.factsUsed().stream().map(Draft.UsedFact::factId).toList(),
                "slots", draft.slots().stream().map(s -> s.start().toString()).toList())));
  }
}
