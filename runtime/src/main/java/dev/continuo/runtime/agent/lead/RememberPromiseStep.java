package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.WithheldFact;
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
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Remembers the answer as it was really sent, and by when it asks the contact to reply. */
final class RememberPromiseStep implements StepHandler {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "remember-promise",
          "Remember the promise",
          "Memory",
          "handshake",
          EffectClass.MEMORY,
          Lane.CRITICAL,
          RetryClass.PATIENT,
          List.of(
              new StepPort("lead", "context", "Who wrote and what they want", true),
              new StepPort("draft", "context", "The answer as drafted", true),
              new StepPort("qualification", "context", "What the table says", true)),
          List.of(
              new StepPort("promise", "context", "What is owed by when, and when to remind", true)),
          "Writes the answer as it was sent into memory, and by when it asks for a reply. If you took"
              + " that sentence out of the text, no commitment is remembered.");

  private final SentAnswers sent;
  private final Memory memory;
  private final MemoryOutbox outbox;
  private final Settings settings;

  RememberPromiseStep(SentAnswers sent, Memory memory, MemoryOutbox outbox, Settings settings) {
    this.sent = sent;
    this.memory = memory;
    this.outbox = outbox;
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
    Optional<SentAnswers.Sent> answer = sent.first(step.runKey());
    if (answer.isEmpty()) {
      return new StepOutcome.Incident(
          "There is no promise to remember.",
          "The ledger has no mail that this run sent.",
          "Check the ledger of the run; then try the step again or end the run.");
    }
    try {
      Map<String, Object> outputs =
          outbox
              .outcome(step)
              .orElseGet(() -> remember(step, lead, draft, qualification, answer.get()));
      return new StepOutcome.Done(Map.of("promise", outputs));
    } catch (MemoryUnavailable away) {
      return new StepOutcome.Retry(PAUSE, String.valueOf(away.getMessage()));
    }
  }

  private Map<String, Object> remember(
      StepContext step,
      IntakeRecord lead,
      Draft draft,
      Qualification qualification,
      SentAnswers.Sent answer) {
    WorkSettings work = settings.work();
    outbox.open(step, Map::of);
    AnswerFacts facts = AnswerFacts.of(lead, draft, qualification.declines(), answer, work);
    Remembered remembered =
        memory.remember(
            MemoryOutbox.key(step),
            facts.episode(),
            new Generation("executor", "the answer as approved"),
            facts.facts());
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put("reminderAfter", work.reminderAfter().toString());
    outputs.put("episodeKey", remembered.episodeKey());
    outputs.put("factIds", remembered.accepted());
    facts
        .commitment()
        .ifPresent(
            owed -> {
              outputs.put("commitment", owed.key());
              outputs.put("due", Objects.toString(draft.answerBy(), ""));
            });
    outbox.settle(
        step, outputs, Told.by(step, TraceKind.MEMORY, sentence(lead, facts), told(remembered)));
    return outputs;
  }

  private static String sentence(IntakeRecord lead, AnswerFacts facts) {
    return facts
        .ask()
        .map(
            ask ->
                "remembers what %s is to do: “%s”".formatted(Told.who(lead), Told.line(ask, 200)))
        .orElse(
            "remembers the answer to %s; it asks for nothing by a day.".formatted(Told.who(lead)));
  }

  private static Map<String, Object> told(Remembered remembered) {
    return Map.of(
        "episodeKey", remembered.episodeKey(),
        "factIds", remembered.accepted(),
        "review", remembered.review().stream().map(WithheldFact::message).toList(),
        "rejected", remembered.rejected().stream().map(WithheldFact::message).toList());
  }
}
