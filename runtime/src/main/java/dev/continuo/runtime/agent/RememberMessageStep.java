package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.runtime.document.MailReading;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a read message to memory. The job is the durable row that guards the write: it is
 * completed only after memory answered, and memory takes the same key once.
 */
final class RememberMessageStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      Steps.describe(
          "remember-message",
          "Remember a message",
          "archive",
          EffectClass.MEMORY,
          RetryClass.PATIENT,
          List.of(Steps.in("lead", "The read mail")),
          List.of(
              Steps.out("memory", "What became of its facts, and whether the contact is known")),
          "Writes who wrote, for whom and what they want to memory, each fact with its sentence. What breaks a rule of the vocabulary is kept aside with the reason.");
  private final Memory memory;
  private final MailTexts mails;
  private final Trace trace;

  RememberMessageStep(Memory memory, MailTexts mails, Trace trace) {
    this.memory = memory;
    this.mails = mails;
    this.trace = trace;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    IntakeRecord lead = Contracts.INTAKE_RECORD.of(step.variables(), "lead");
    String text = mails.read(lead.documentId()).map(MailReading.ReadMail::text).orElse(lead.text());
    var facts = new MessageFacts(lead, text);
    String commitment = Steps.text(Steps.map(step.variables(), "promise"), "commitment");
    List<FactProposal> proposals =
        new ArrayList<>(commitment.isEmpty() ? facts.all() : facts.reply());
    if (!commitment.isEmpty()) {
      proposals.add(facts.keeps(new EntityRef("vf:Commitment", commitment, "Answer")));
    }
    try {
      Remembered kept =
          memory.remember(
              facts.episode().key(),
              facts.episode(),
              new Generation("intake", "tier local, rules and likeness to examples"),
              proposals);
      return done(step, lead, facts, kept);
    } catch (MemoryUnavailable waits) {
      return new StepOutcome.Retry(Duration.ofSeconds(5), String.valueOf(waits.getMessage()));
    }
  }

  private StepOutcome done(
      StepContext step, IntakeRecord lead, MessageFacts facts, Remembered kept) {
    String person = kept.entityIds().getOrDefault(facts.person().key(), "");
    String request = kept.entityIds().getOrDefault(facts.request().key(), "");
    long earlier =
        person.isEmpty()
            ? 0
            : memory.references(person, "continuo:requestedBy", AsOf.now()).stream()
                .map(fact -> fact.subjectId())
                .filter(id -> !id.equals(request))
                .distinct()
                .count();
    boolean known = !person.isEmpty() && !kept.newEntityIds().contains(person);
    var output = new LinkedHashMap<String, Object>();
    output.put("episodeKey", kept.episodeKey());
    output.put("personId", person);
    var organisation = facts.organisation();
    output.put(
        "organisationId",
        organisation == null ? "" : kept.entityIds().getOrDefault(organisation.key(), ""));
    output.put("requestId", request);
    output.put("requestKey", facts.request().key());
    output.put("accepted", kept.accepted());
    output.put("confirmed", kept.confirmed());
    output.put("review", kept.review().size());
    output.put("rejected", kept.rejected().size());
    output.put("knownContact", known);
    output.put("previousRequests", earlier);
    Steps.tell(
        trace,
        step,
        TraceKind.MEMORY,
        "remembers %d facts from the mail of %s%s%s."
            .formatted(
                kept.accepted().size(),
                lead.sender().name(),
                known ? ", a known contact" : ", a new contact",
                aside(kept)),
        Map.of("episodeKey", kept.episodeKey(), "factIds", kept.accepted()));
    return new StepOutcome.Done(Map.of("memory", output));
  }

  private static String aside(Remembered kept) {
    int aside = kept.review().size() + kept.rejected().size();
    return aside == 0 ? "" : "; " + aside + " are kept aside for you to look at";
  }
}
