package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.document.MailReading;
import dev.continuo.runtime.filing.Filings;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the message, its sender and the request into memory, and says what was known before. */
final class RememberMessageStep implements StepHandler {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "remember-message",
          "Remember a message",
          "Memory",
          "lightbulb",
          EffectClass.MEMORY,
          Lane.CRITICAL,
          RetryClass.PATIENT,
          List.of(new StepPort("lead", "context", "Who wrote and what they want", true)),
          List.of(new StepPort("memory", "context", "What was remembered and known before", true)),
          "Writes the message, its sender, their organisation and the request into memory, each fact"
              + " with its sentence. A fact that disagrees with a better source waits for you; what"
              + " breaks the vocabulary is refused and stays visible. The same message is never"
              + " remembered twice.");

  private final StoredMails mails;
  private final Memory memory;
  private final MemoryOutbox outbox;
  private final Slots slots;
  private final Settings settings;
  private final Filings filings;

  RememberMessageStep(
      StoredMails mails,
      Memory memory,
      MemoryOutbox outbox,
      Slots slots,
      Settings settings,
      Filings filings) {
    this.filings = filings;
    this.mails = mails;
    this.memory = memory;
    this.outbox = outbox;
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
    try {
      Map<String, Object> outputs = outbox.outcome(step).orElseGet(() -> remember(step, lead));
      if (isReply(step)) {
        slots.release(DraftAnswerStep.slotsKey(step.runKey())); // the other time is free again
      }
      return new StepOutcome.Done(Map.of("memory", outputs));
    } catch (MemoryUnavailable away) {
      return new StepOutcome.Retry(PAUSE, String.valueOf(away.getMessage()));
    }
  }

  private Map<String, Object> remember(StepContext step, IntakeRecord lead) {
    Map<String, Object> before = outbox.open(step, () -> known(lead));
    MessageFacts message = facts(step, lead);
    Remembered remembered =
        memory.remember(
            MemoryOutbox.key(step),
            message.episode(),
            new Generation("intake", "tier local: rules and likeness to examples"),
            message.facts());
    file(lead);
    Map<String, Object> outputs = outputs(lead, before, remembered);
    outbox.settle(
        step,
        outputs,
        Told.by(step, TraceKind.MEMORY, sentence(lead, before, remembered), details(remembered)));
    return outputs;
  }

  /** Once the run has answered, a further mail is the reply. */
  private MessageFacts facts(StepContext step, IntakeRecord lead) {
    MailReading.ReadMail mail = mail(lead);
    String text = mail == null ? lead.text() : mail.text();
    Instant written = StoredMails.written(mail == null ? null : mail.date(), lead.receivedAt());
    ZoneId zone = settings.work().zone();
    return step.variables().get("promise") instanceof Map<?, ?> promise
        ? MessageFacts.ofReply(lead, text, written, zone, owed(promise))
        : MessageFacts.ofRequest(lead, text, written, zone);
  }

  /** What came with the mail is read a moment later; a step that is done again files it once. */
  private void file(IntakeRecord lead) {
    MailReading.ReadMail mail = mail(lead);
    if (mail != null) {
      Instant written = StoredMails.written(mail.date(), lead.receivedAt());
      Enclosures.of(lead, mail.attachments(), written).forEach(filings::file);
    }
  }

  private static boolean isReply(StepContext step) {
    return step.variables().get("promise") instanceof Map<?, ?>;
  }

  private @Nullable Owed owed(Map<?, ?> promise) {
    return promise.get("commitment") instanceof String key
        ? Owed.open(memory, key).orElse(null)
        : null;
  }

  private MailReading.@Nullable ReadMail mail(IntakeRecord lead) {
    return !lead.documentId().isEmpty()
            && mails.read(lead.documentId()) instanceof MailReading.ReadMail mail
        ? mail
        : null;
  }

  private Map<String, Object> known(IntakeRecord lead) {
    Map<String, Object> known = new LinkedHashMap<>();
    Entity person = memory.entity(Refs.person(lead).key()).orElse(null);
    known.put("knownContact", person != null);
    List<Fact> requests =
        person == null
            ? List.of()
            : memory.references(person.id(), "continuo:requestedBy", AsOf.now());
    known.put("previousRequests", requests.stream().map(Fact::subjectId).distinct().count());
    requests.stream()
        .max(Comparator.comparing(Fact::validFrom))
        .ifPresent(last -> known.put("lastRequestId", last.subjectId()));
    return known;
  }

  private static Map<String, Object> outputs(
      IntakeRecord lead, Map<String, Object> before, Remembered remembered) {
    Map<String, Object> outputs = new LinkedHashMap<>(before);
    outputs.put("episodeKey", remembered.episodeKey());
    outputs.put("personId", id(remembered, Refs.person(lead)));
    outputs.put("organisationId", id(remembered, Refs.organisation(lead)));
    outputs.put("requestId", id(remembered, Refs.request(lead)));
    outputs.put("accepted", remembered.accepted());
    outputs.put("confirmed", remembered.confirmed());
    outputs.put("review", remembered.review().size());
    outputs.put("rejected", remembered.rejected().size());
    return outputs;
  }

  private static @Nullable String id(Remembered remembered, @Nullable EntityRef entity) {
    return entity == null ? null : remembered.entityIds().get(entity.key());
  }

  private static Map<String, Object> held(WithheldFact fact) {
    return Map.of(
        "id", fact.id(),
        "subject", fact.subjectLabel(),
        "predicate", fact.predicateLabel(),
        "value", Told.line(fact.value(), 200),
        "why", fact.message());
  }

  private static String sentence(
      IntakeRecord lead, Map<String, Object> before, Remembered remembered) {
    StringBuilder sentence =
        new StringBuilder("remembers ")
            .append(Told.count(remembered.accepted().size(), "fact"))
            .append(" from the mail of ")
            .append(Told.who(lead))
            .append(
                Boolean.TRUE.equals(before.get("knownContact"))
                    ? ", a known contact."
                    : ", a new contact.");
    if (!remembered.review().isEmpty()) {
      sentence.append(" ").append(remembered.review().size()).append(" more wait for you.");
    }
    if (!remembered.rejected().isEmpty()) {
      sentence
          .append(" Not taken: ")
          .append(Told.line(remembered.rejected().getFirst().message(), 160));
    }
    return sentence.toString();
  }

  private static Map<String, Object> details(Remembered remembered) {
    return Map.of(
        "episodeKey", remembered.episodeKey(),
        "accepted", remembered.accepted(),
        "confirmed", remembered.confirmed(),
        "review", remembered.review().stream().map(RememberMessageStep::held).toList(),
        "rejected", remembered.rejected().stream().map(RememberMessageStep::held).toList());
  }
}
