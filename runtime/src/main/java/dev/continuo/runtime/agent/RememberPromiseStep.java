package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.LedgerEntry;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what the sent answer asks for: the contact is to answer by a day. */
final class RememberPromiseStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      Steps.describe(
          "remember-promise",
          "Remember a promise",
          "handshake",
          EffectClass.MEMORY,
          RetryClass.PATIENT,
          List.of(Steps.in("draft", "What was sent"), Steps.in("memory", "Who it concerns")),
          List.of(Steps.out("promise", "The commitment, its due time and the reminder's wait")),
          "Writes the mail that was sent and the commitment 'answer by' to memory, with the sentence it stands on.");
  private final Memory memory;
  private final Effects effects;
  private final Settings settings;
  private final Trace trace;

  RememberPromiseStep(Memory memory, Effects effects, Settings settings, Trace trace) {
    this.memory = memory;
    this.effects = effects;
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
    Draft draft = Draft.of(step.variables());
    WorkSettings work = settings.work();
    @Nullable LedgerEntry sent =
        effects.ofRun(step.runKey()).stream()
            .filter(entry -> entry.channel().equals("mail"))
            .filter(entry -> entry.state() == LedgerEntry.State.CONFIRMED)
            .reduce((first, last) -> last)
            .orElse(null);
    String text = sent == null ? draft.text() : String.valueOf(sent.content().get("text"));
    Instant sentAt = sent == null || sent.settledAt() == null ? Instant.now() : sent.settledAt();
    var commitment =
        new EntityRef(
            "vf:Commitment", "commitment:" + step.runKey(), "Answer of " + draft.toName());
    Remembered kept;
    try {
      kept =
          memory.remember(
              "sent:" + step.effectKey(),
              new Episode(
                  "sent:" + step.effectKey(),
                  "sent-mail",
                  sentAt,
                  null,
                  draft.subject(),
                  "To: %s <%s>\nSubject: %s\n\n%s"
                      .formatted(draft.toName(), draft.to(), draft.subject(), text)),
              new Generation("executor", "approved and sent"),
              proposals(step, draft, work, commitment, text));
    } catch (MemoryUnavailable waits) {
      return new StepOutcome.Retry(Duration.ofSeconds(5), String.valueOf(waits.getMessage()));
    }
    Steps.tell(
        trace,
        step,
        TraceKind.MEMORY,
        "remembers that %s is to answer by %s."
            .formatted(draft.toName(), Wording.day(draft.answerBy(), work)),
        Map.of("commitment", commitment.key(), "factIds", kept.accepted()));
    return new StepOutcome.Done(
        Map.of(
            "promise",
            Map.of(
                "commitment",
                commitment.key(),
                "due",
                draft.answerBy().toString(),
                "reminderAfter",
                work.reminderAfter().toString(),
                "factIds",
                kept.accepted())));
  }

  private static List<FactProposal> proposals(
      StepContext step, Draft draft, WorkSettings work, EntityRef commitment, String text) {
    String toLine = "To: %s <%s>".formatted(draft.toName(), draft.to());
    String asks =
        text.lines()
            .filter(line -> line.startsWith("Please tell me by "))
            .findFirst()
            .orElse("Subject: " + draft.subject());
    var contact = new EntityRef("schema:Person", "mailto:" + draft.to(), draft.toName());
    String ownerKey = work.ownerEmail().isBlank() ? "owner:me" : "mailto:" + work.ownerEmail();
    var owner =
        new EntityRef("schema:Person", ownerKey, Steps.orElse(work.ownerName(), "The owner"));
    var facts = new ArrayList<FactProposal>();
    facts.add(fact(owner, "schema:name", new FactValue.Text(owner.label()), toLine));
    facts.add(fact(commitment, "vf:provider", new FactValue.Ref(contact), toLine));
    facts.add(fact(commitment, "vf:receiver", new FactValue.Ref(owner), asks));
    facts.add(
        fact(
            commitment,
            "schema:description",
            new FactValue.Text("Answer by " + Wording.day(draft.answerBy(), work)),
            asks));
    facts.add(fact(commitment, "vf:due", new FactValue.Moment(draft.answerBy()), asks));
    facts.add(fact(commitment, "continuo:state", new FactValue.Text("open"), asks));
    String request = Steps.text(Steps.map(step.variables(), "memory"), "requestKey");
    if (!request.isEmpty()) {
      var asked = new EntityRef("continuo:Request", request, draft.subject());
      facts.add(fact(commitment, "continuo:answers", new FactValue.Ref(asked), asks));
      facts.add(fact(asked, "continuo:state", new FactValue.Text("answered"), toLine));
    }
    return facts;
  }

  private static FactProposal fact(
      EntityRef subject, String predicate, FactValue value, String words) {
    return new FactProposal(
        subject,
        predicate,
        value,
        (@Nullable Instant) null,
        1,
        Evidence.of(words),
        SourceRank.HUMAN_APPROVAL);
  }
}
