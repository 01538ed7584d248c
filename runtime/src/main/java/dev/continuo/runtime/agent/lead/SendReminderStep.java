package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.setting.Settings;
import java.util.List;

/** Proposes the drafted reminder to the choke point. */
final class SendReminderStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "send-reminder",
          "Send the reminder",
          "Outside",
          "paper-plane",
          EffectClass.OUTSIDE,
          Lane.CRITICAL,
          RetryClass.PATIENT,
          List.of(
              new StepPort("lead", "context", "Who wrote and what they want", true),
              new StepPort("reminder", "context", "The reminder as drafted", true)),
          List.of(new StepPort("answer", "context", "The verdict and what was sent", true)),
          "Asks the gate policy to send the reminder; you see a card first unless the policy says"
              + " otherwise. Nothing is sent twice.");

  private final Effects effects;
  private final SentAnswers sent;
  private final Settings settings;

  SendReminderStep(Effects effects, SentAnswers sent, Settings settings) {
    this.effects = effects;
    this.sent = sent;
    this.settings = settings;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    IntakeRecord lead = Contracts.INTAKE_RECORD.of(step.variables(), "lead");
    Draft reminder = Draft.CONTRACT.of(step.variables(), "reminder");
    return effects.propose(
        step,
        Proposals.reminder(
            lead,
            reminder,
            SendAnswerStep.knownContact(step),
            sent.first(step.runKey()).map(SentAnswers.Sent::at).orElse(lead.receivedAt()),
            settings.work(),
            SendAnswerStep.threadKey(step)));
  }
}
