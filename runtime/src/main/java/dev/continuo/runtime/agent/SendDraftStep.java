package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.Proposal;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposes a drafted mail, and with an answer the hold of a time, to the choke point. */
final class SendDraftStep implements StepHandler {
  private static final int MOST_FACTS = 6;
  private final StepDescriptor descriptor;
  private final boolean reminder;
  private final Effects effects;
  private final Memory memory;

  private SendDraftStep(
      StepDescriptor descriptor, boolean reminder, Effects effects, Memory memory) {
    this.descriptor = descriptor;
    this.reminder = reminder;
    this.effects = effects;
    this.memory = memory;
  }

  static SendDraftStep answer(Effects effects, Memory memory) {
    return new SendDraftStep(
        describe(
            "send-answer",
            "Send an answer",
            "Sends the drafted mail and holds the first offered time, after your approval where the gate policy asks for it."),
        false,
        effects,
        memory);
  }

  static SendDraftStep reminder(Effects effects, Memory memory) {
    return new SendDraftStep(
        describe(
            "send-reminder",
            "Send a reminder",
            "Sends the drafted reminder, after your approval where the gate policy asks for it."),
        true,
        effects,
        memory);
  }

  private static StepDescriptor describe(String id, String title, String docs) {
    return Steps.describe(
        id,
        title,
        "paperplane",
        EffectClass.OUTSIDE,
        RetryClass.PATIENT,
        List.of(Steps.in("draft", "The mail as it could be sent")),
        List.of(Steps.out("answer", "The verdict and where the sent things are")),
        docs);
  }

  @Override
  public StepDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    if (Steps.map(step.variables(), "draft").isEmpty()) {
      return Steps.missing(descriptor.title(), "draft");
    }
    Draft draft = Draft.of(step.variables());
    var qualification = Steps.map(step.variables(), "qualification");
    var intents = new ArrayList<Intent>();
    intents.add(mail(draft));
    if (!reminder && !draft.slots().isEmpty()) {
      intents.add(hold(draft));
    }
    boolean known = Boolean.TRUE.equals(Steps.map(step.variables(), "memory").get("knownContact"));
    return effects.propose(
        step,
        new Proposal(
            (reminder ? "Remind " : "Answer ") + draft.toName(),
            justification(step, draft, qualification),
            intents,
            BigDecimal.ZERO,
            known ? "known" : "new",
            draft.answerBy()));
  }

  private static Intent mail(Draft draft) {
    var content = new LinkedHashMap<String, Object>();
    content.put("to", List.of(draft.to()));
    content.put("subject", draft.subject());
    content.put("text", draft.text());
    content.put("inReplyTo", draft.inReplyTo());
    content.put("references", draft.references());
    return new Intent("mail", "Mail to %s: %s".formatted(draft.to(), draft.subject()), content);
  }

  private static Intent hold(Draft draft) {
    Draft.Slot first = draft.slots().getFirst();
    var content = new LinkedHashMap<String, Object>();
    content.put("start", first.start().toString());
    content.put("end", first.end().toString());
    content.put("title", "Held for " + draft.toName());
    content.put("attendee", draft.to());
    content.put("holdId", first.holdId());
    return new Intent("calendar", "Hold a time for " + draft.toName(), content);
  }

  private Justification justification(
      StepContext step, Draft draft, Map<String, Object> qualification) {
    var lead = Steps.map(step.variables(), "lead");
    var notes = new ArrayList<String>();
    Steps.list(lead, "notes").forEach(note -> notes.add(String.valueOf(note)));
    if (Steps.text(lead, "kind").equals(RequestKind.UNCLEAR.id())) {
      notes.addFirst("The request is unclear: " + Steps.text(lead, "kindReason"));
    }
    String fit = Steps.text(qualification, "fit");
    String why =
        reminder
            ? "No reply came to the answer of this run."
            : Steps.orElse(
                    Steps.text(qualification, "reason"), "The flow answers this kind of mail")
                + (fit.isEmpty() ? "" : " (fit " + fit + " of 100).");
    return new Justification(
        why,
        whyNow(lead),
        evidence(lead, draft),
        rows(qualification),
        "A sent mail cannot be unsent; the hold can be taken out of the calendar.",
        notes);
  }

  private static String whyNow(Map<String, Object> lead) {
    return Steps.list(lead, "dates").stream()
        .map(date -> Steps.text(Steps.map(Map.of("d", date), "d"), "quote"))
        .findFirst()
        .map(quote -> "They named a date: \"" + quote + "\".")
        .orElse("");
  }

  private List<Justification.Evidence> evidence(Map<String, Object> lead, Draft draft) {
    var evidence = new ArrayList<Justification.Evidence>();
    String document = Steps.text(lead, "documentId");
    String request = Steps.text(Steps.map(lead, "request"), "quote");
    if (!request.isEmpty()) {
      evidence.add(new Justification.Evidence("Asked", request, document));
    }
    Steps.list(lead, "money")
        .forEach(
            money ->
                evidence.add(
                    new Justification.Evidence(
                        "Amount",
                        Steps.text(Steps.map(Map.of("m", money), "m"), "quote"),
                        document)));
    for (String factId : draft.factIds().stream().limit(MOST_FACTS).toList()) {
      detail(factId)
          .ifPresent(
              fact ->
                  evidence.add(
                      new Justification.Evidence(
                          fact.fact().sentence(), fact.fact().quote(), factId)));
    }
    return evidence;
  }

  private Optional<FactDetail> detail(String factId) {
    try {
      return memory.fact(factId);
    } catch (MemoryUnavailable notNow) {
      return Optional.empty(); // the card can do without; the fact's id is on the run
    }
  }

  private static List<String> rows(Map<String, Object> qualification) {
    String table = Steps.orElse(Steps.text(qualification, "title"), "Lead qualification");
    return Steps.list(qualification, "rows").stream()
        .map(
            row -> {
              var map = Steps.map(Map.of("r", row), "r");
              return map.isEmpty()
                  ? table + ": " + row
                  : "%s, row %s: %s"
                      .formatted(table, Steps.text(map, "number"), Steps.text(map, "words"));
            })
        .toList();
  }
}
