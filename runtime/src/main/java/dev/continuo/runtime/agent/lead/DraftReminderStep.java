package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.IntakeRecord;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drafts a reminder of an answer that nobody replied to. */
final class DraftReminderStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "draft-reminder",
          "Draft a reminder",
          "Agents",
          "bell",
          EffectClass.READ,
          Lane.CRITICAL,
          RetryClass.QUICK,
          List.of(
              new StepPort("lead", "context", "Who wrote and what they want", true),
              new StepPort("draft", "context", "The answer that was sent", true)),
          List.of(new StepPort("reminder", "context", "The reminder as drafted", true)),
          "Writes a short, friendly reminder from a template. It sends nothing.");

  private final SentAnswers sent;
  private final Settings settings;
  private final AnswerText texts;
  private final Trace trace;

  DraftReminderStep(SentAnswers sent, Settings settings, AnswerText texts, Trace trace) {
    this.sent = sent;
    this.settings = settings;
    this.texts = texts;
    this.trace = trace;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    IntakeRecord lead = Contracts.INTAKE_RECORD.of(step.variables(), "lead");
    Draft answer = Draft.CONTRACT.of(step.variables(), "draft");
    Draft reminder =
        texts.reminder(
            lead,
            answer,
            sent.first(step.runKey()).map(SentAnswers.Sent::at).orElse(lead.receivedAt()),
            Instant.now(),
            settings.work());
    trace.record(
        Told.by(
            step,
            TraceKind.AGENT,
            "drafts a reminder to " + Told.who(lead) + ", who has not replied.",
            Map.of("subject", reminder.subject())));
    return new StepOutcome.Done(Map.of("reminder", Draft.CONTRACT.variable(reminder)));
  }
}
