package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.connector.calendar.Slots;
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
import java.util.Map;
import java.util.Objects;

/** Proposes the drafted answer and the holds in the calendar to the choke point. */
final class SendAnswerStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "send-answer",
          "Send the answer",
          "Outside",
          "paper-plane",
          EffectClass.OUTSIDE,
          Lane.CRITICAL,
          RetryClass.PATIENT,
          List.of(
              new StepPort("lead", "context", "Who wrote and what they want", true),
              new StepPort("draft", "context", "The answer as drafted", true),
              new StepPort("memory", "context", "What was known before", false),
              new StepPort("qualification", "context", "What the table says", true)),
          List.of(new StepPort("answer", "context", "The verdict and what was sent", true)),
          "Asks the gate policy to send the answer and to hold the offered times; you see one card"
              + " for all of it. Nothing leaves without the policy's or your word, and nothing is"
              + " sent twice.");

  private final Effects effects;
  private final Slots slots;
  private final Settings settings;

  SendAnswerStep(Effects effects, Slots slots, Settings settings) {
    this.effects = effects;
    this.slots = slots;
    this.settings = settings;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    IntakeRecord lead = Contracts.INTAKE_RECORD.of(step.variables(), "lead");
    Draft draft = Draft.CONTRACT.of(step.variables(), "draft");
    Qualification qualification = Qualification.CONTRACT.of(step.variables(), "qualification");
    StepOutcome outcome =
        effects.propose(
            step,
            Proposals.answer(
                lead, draft, qualification, knownContact(step), settings.work(), threadKey(step)));
    if (refused(outcome)) {
      slots.release(DraftAnswerStep.slotsKey(step.runKey()));
    }
    return outcome;
  }

  static boolean knownContact(StepContext step) {
    return step.variables().get("memory") instanceof Map<?, ?> memory
        && Boolean.TRUE.equals(memory.get("knownContact"));
  }

  private static boolean refused(StepOutcome outcome) {
    return outcome instanceof StepOutcome.Done done
        && done.outputs().get("answer") instanceof Map<?, ?> answer
        && !"approved".equals(answer.get("verdict"));
  }

  /** The thread that a reply has to find, also where the first mail had no Message-ID. */
  static String threadKey(StepContext step) {
    return step.variables().get("mail") instanceof Map<?, ?> mail
        ? Objects.toString(mail.get("threadKey"), "")
        : "";
  }
}
