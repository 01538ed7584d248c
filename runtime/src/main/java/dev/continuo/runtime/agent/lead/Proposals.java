package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.RequestKind;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.approval.Justification.Evidence;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.Proposal;
import dev.continuo.runtime.setting.WorkSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the choke point is asked to send, and why: everything that the card shows. */
final class Proposals {

  private Proposals() {}

  static Proposal answer(
      IntakeRecord lead,
      Draft draft,
      Qualification qualification,
      boolean known,
      WorkSettings work,
      String threadKey) {
    List<Intent> intents = new ArrayList<>();
    intents.add(mail("Answer to " + Told.who(lead), draft, threadKey));
    draft.slots().stream().limit(1).forEach(slot -> intents.add(hold(slot, lead, work)));
    Instant dueAt = lead.receivedAt().plus(Duration.ofHours(qualification.hours()));
    String verb = qualification.declines() ? "Decline " : "Answer ";
    return new Proposal(
        verb + Told.who(lead) + ": " + Told.line(lead.subject(), 100),
        new Justification(
            why(lead, known, qualification),
            "An answer is due by " + Wording.moment(dueAt, work.zone()) + ".",
            evidence(lead, draft),
            qualification.rules(),
            "A mail cannot be called back.",
            notes(lead, draft)),
        intents,
        BigDecimal.ZERO,
        known ? "known" : "new",
        dueAt);
  }

  static Proposal reminder(
      IntakeRecord lead,
      Draft reminder,
      boolean known,
      Instant sentAt,
      WorkSettings work,
      String threadKey) {
    return new Proposal(
        "Remind " + Told.who(lead) + ": " + Told.line(lead.subject(), 100),
        new Justification(
            Told.who(lead)
                + " has not replied to the answer of "
                + Wording.day(sentAt, work.zone())
                + ".",
            "The time to wait for a reply is over.",
            evidence(lead, reminder),
            List.of(),
            "A mail cannot be called back.",
            reminder.notes()),
        List.of(mail("Reminder to " + Told.who(lead), reminder, threadKey)),
        BigDecimal.ZERO,
        known ? "known" : "new",
        null);
  }

  private static Intent mail(String summary, Draft draft, String threadKey) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("to", List.of(draft.to()));
    content.put("subject", draft.subject());
    content.put("text", draft.text());
    content.put("inReplyTo", Objects.requireNonNullElse(draft.inReplyTo(), ""));
    content.put("references", draft.references());
    content.put("threadKey", threadKey);
    return new Intent("mail", summary, content);
  }

  private static Intent hold(Draft.OfferedSlot slot, IntakeRecord lead, WorkSettings work) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("start", slot.start().toString());
    content.put("end", slot.end().toString());
    content.put("title", "Hold: " + Told.who(lead));
    content.put("attendee", lead.sender().email());
    content.put("holdId", slot.holdId());
    return new Intent("calendar", "Hold " + Wording.slot(slot, work.zone()), content);
  }

  private static String why(IntakeRecord lead, boolean known, Qualification qualification) {
    String what =
        lead.kind() == RequestKind.UNCLEAR
            ? "a message whose purpose is not clear"
            : lead.kind().words();
    String reason = Objects.requireNonNullElse(qualification.reason(), "").strip();
    return "%s, %s, sent %s.%s%s"
        .formatted(
            Told.who(lead),
            known ? "a known contact" : "a new contact",
            what,
            reason.isEmpty() ? "" : " " + reason,
            lead.kind() == RequestKind.UNCLEAR ? "" : " " + lead.kindReason());
  }

  private static List<Evidence> evidence(IntakeRecord lead, Draft draft) {
    List<Evidence> evidence = new ArrayList<>();
    if (lead.request() != null) {
      evidence.add(new Evidence("Request", lead.request().quote(), lead.documentId()));
    }
    lead.money().forEach(m -> evidence.add(new Evidence("Amount", m.quote(), lead.documentId())));
    lead.dates()
        .forEach(
            d ->
                evidence.add(
                    new Evidence(
                        d.relation().equals("before") ? "Deadline" : "Date",
                        d.quote(),
                        lead.documentId())));
    draft
        .factsUsed()
        .forEach(
            f -> evidence.add(new Evidence("Remembered: " + f.sentence(), f.quote(), f.factId())));
    return evidence.stream().limit(12).toList();
  }

  private static List<String> notes(IntakeRecord lead, Draft draft) {
    List<String> notes = new ArrayList<>();
    if (lead.kind() == RequestKind.UNCLEAR) {
      notes.add("The request is unclear. " + lead.kindReason());
    }
    notes.addAll(lead.notes());
    notes.addAll(draft.notes());
    return notes;
  }
}
