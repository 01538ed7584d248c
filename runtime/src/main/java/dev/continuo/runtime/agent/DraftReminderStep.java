package dev.continuo.runtime.agent;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The executor role: a reminder of an answer that got no reply. */
final class DraftReminderStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      Steps.describe(
          "draft-reminder",
          "Draft a reminder",
          "bell",
          EffectClass.READ,
          RetryClass.QUICK,
          List.of(Steps.in("draft", "The answer that got no reply")),
          List.of(Steps.out("draft", "The reminder as it could be sent")),
          "Writes a short reminder with the offered times that are still ahead. Sends nothing.");
  private final Templates templates;
  private final Settings settings;
  private final Trace trace;

  DraftReminderStep(Templates templates, Settings settings, Trace trace) {
    this.templates = templates;
    this.settings = settings;
    this.trace = trace;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    if (Steps.map(step.variables(), "draft").isEmpty()) {
      return Steps.missing(DESCRIPTOR.title(), "draft");
    }
    Draft answer = Draft.of(step.variables());
    WorkSettings work = settings.work();
    Instant now = Instant.now();
    Instant answerBy = now.plus(work.reminderAfter());
    var ahead = answer.slots().stream().filter(slot -> slot.start().isAfter(now)).toList();
    var values = new HashMap<String, String>();
    values.put("firstName", Wording.firstName(answer.toName()));
    values.put("subject", answer.subject().replaceFirst("(?i)^re:\\s*", ""));
    values.put("slotsIntro", ahead.isEmpty() ? "" : "These times are still free:");
    values.put("slots", Wording.slots(ahead, work));
    values.put("askBy", "Please tell me by " + Wording.day(answerBy, work) + " how you decide.");
    values.put("ownerName", work.ownerName());
    values.put("company", work.company());
    var reminder =
        new Draft(
            answer.to(),
            answer.toName(),
            answer.subject(),
            templates.fill("reminder", values),
            answer.inReplyTo(),
            answer.references(),
            ahead,
            answerBy,
            answer.factIds());
    Steps.tell(
        trace,
        step,
        TraceKind.AGENT,
        "drafted a reminder to %s because no reply came in time.".formatted(answer.toName()),
        Map.of());
    return new StepOutcome.Done(Map.of("draft", reminder.variable()));
  }
}
