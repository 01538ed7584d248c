package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.agent.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a message says, as proposals to memory; each with the words it stands on. */
final class MessageFacts {
  private final IntakeRecord lead;
  private final String fullText;
  private final List<FactProposal> proposals = new ArrayList<>();
  private final String fromLine;
  private final String subjectLine;
  private final String dateLine;

  MessageFacts(IntakeRecord lead, String fullText) {
    this.lead = lead;
    this.fullText = fullText;
    this.fromLine = "From: %s <%s>".formatted(lead.sender().name(), lead.sender().email());
    this.subjectLine = "Subject: " + lead.subject();
    this.dateLine = "Received: " + lead.receivedAt();
  }

  static String episodeKey(IntakeRecord lead) {
    return "mail:" + lead.messageId();
  }

  Episode episode() {
    return new Episode(
        episodeKey(lead),
        "mail",
        lead.receivedAt(),
        lead.documentId(),
        Steps.orElse(lead.subject(), "(no subject)"),
        fromLine + "\n" + subjectLine + "\n" + dateLine + "\n\n" + fullText);
  }

  EntityRef person() {
    String email = lead.sender().email();
    return new EntityRef(
        "schema:Person",
        email.isEmpty() ? "unknown-sender:" + lead.messageId() : "mailto:" + email,
        lead.sender().name());
  }

  @Nullable EntityRef organisation() {
    var found = lead.organisation();
    if (found == null) {
      return null;
    }
    String domain = found.domain();
    return new EntityRef(
        "org:Organization",
        domain == null ? "org-name:" + found.name().toLowerCase(Locale.ROOT) : "domain:" + domain,
        found.name());
  }

  EntityRef request() {
    return new EntityRef(
        "continuo:Request",
        "request:" + lead.messageId(),
        Steps.orElse(lead.subject(), "Request of " + lead.sender().name()));
  }

  EntityRef message() {
    return new EntityRef(
        "schema:EmailMessage",
        "mid:" + lead.messageId(),
        Steps.orElse(lead.subject(), "Mail of " + lead.sender().name()));
  }

  /** Everything the message says of its sender, their organisation and what they want. */
  List<FactProposal> all() {
    party();
    say(message(), "schema:sender", new FactValue.Ref(person()), 1, fromLine);
    say(message(), "schema:dateSent", new FactValue.Moment(lead.receivedAt()), 1, dateLine);
    headline(message());
    EntityRef request = request();
    String wish = lead.request() == null ? subjectLine : lead.request().quote();
    guess(
        request,
        "continuo:requestKind",
        new FactValue.Text(lead.kind().id()),
        lead.kindScore(),
        wish);
    say(request, "continuo:requestedBy", new FactValue.Ref(person()), 1, fromLine);
    say(request, "continuo:arrivedIn", new FactValue.Ref(message()), 1, dateLine);
    say(request, "continuo:state", new FactValue.Text("open"), 1, dateLine);
    headline(request);
    EntityRef organisation = organisation();
    if (organisation != null) {
      guess(
          request,
          "continuo:onBehalfOf",
          new FactValue.Ref(organisation),
          0.9,
          organisationWords());
    }
    lead.money().stream()
        .filter(money -> money.currency() != null)
        .max(java.util.Comparator.comparing(money -> money.to()))
        .ifPresent(
            money ->
                guess(
                    request,
                    "continuo:amount",
                    new FactValue.Money(money.to(), String.valueOf(money.currency())),
                    0.85,
                    money.quote()));
    lead.dates()
        .forEach(
            date ->
                guess(
                    request,
                    "continuo:mentionsDate",
                    new FactValue.Date(date.date()),
                    date.unsure() ? 0.5 : 0.9,
                    date.quote()));
    return List.copyOf(proposals);
  }

  /** What a reply adds: who wrote, and that it answers the request. */
  List<FactProposal> reply() {
    party();
    say(message(), "schema:sender", new FactValue.Ref(person()), 1, fromLine);
    say(message(), "schema:dateSent", new FactValue.Moment(lead.receivedAt()), 1, dateLine);
    headline(message());
    return List.copyOf(proposals);
  }

  /** A promise that this message keeps. */
  FactProposal keeps(EntityRef commitment) {
    return new FactProposal(
        commitment,
        "continuo:state",
        new FactValue.Text("kept"),
        lead.receivedAt(),
        1,
        Evidence.of(dateLine),
        SourceRank.MAIL);
  }

  private void party() {
    EntityRef person = person();
    say(person, "schema:name", new FactValue.Text(lead.sender().name()), 1, fromLine);
    if (!lead.sender().email().isEmpty()) {
      say(person, "schema:email", new FactValue.Text(lead.sender().email()), 1, fromLine);
    }
    lead.phones()
        .forEach(
            phone ->
                guess(
                    person,
                    "schema:telephone",
                    new FactValue.Text(phone.number()),
                    0.9,
                    phone.quote()));
    if (!lead.language().equals("und") && !fullText.isBlank()) {
      guess(person, "vcard:language", new FactValue.Text(lead.language()), 0.8, firstWords());
    }
    EntityRef organisation = organisation();
    if (organisation != null) {
      guess(
          organisation,
          "schema:name",
          new FactValue.Text(organisation.label()),
          0.9,
          organisationWords());
      String domain = lead.organisation() == null ? null : lead.organisation().domain();
      if (domain != null) {
        say(organisation, "continuo:domain", new FactValue.Text(domain), 1, fromLine);
      }
      guess(person, "schema:worksFor", new FactValue.Ref(organisation), 0.9, organisationWords());
    }
  }

  private void headline(EntityRef subject) {
    if (!lead.subject().isBlank()) {
      say(subject, "schema:headline", new FactValue.Text(lead.subject()), 1, subjectLine);
    }
  }

  private String organisationWords() {
    var found = lead.organisation();
    Span where = found == null ? null : found.evidence();
    return where == null ? fromLine : where.quote();
  }

  private String firstWords() {
    String line = fullText.strip().lines().findFirst().orElse("");
    return line.length() <= 200 ? line : line.substring(0, 200);
  }

  private void say(
      EntityRef subject, String predicate, FactValue value, double confidence, String words) {
    add(subject, predicate, value, confidence, words, SourceRank.MAIL);
  }

  private void guess(
      EntityRef subject, String predicate, FactValue value, double confidence, String words) {
    add(subject, predicate, value, confidence, words, SourceRank.EXTRACTED);
  }

  private void add(
      EntityRef subject,
      String predicate,
      FactValue value,
      double confidence,
      String words,
      SourceRank rank) {
    proposals.add(
        new FactProposal(
            subject,
            predicate,
            value,
            (@Nullable Instant) null,
            Math.clamp(confidence, 0, 1),
            Evidence.of(words),
            rank));
  }
}
