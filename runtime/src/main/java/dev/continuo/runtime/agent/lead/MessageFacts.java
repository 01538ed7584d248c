package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.RequestKind;
import dev.continuo.runtime.agent.text.FoundMoney;
import dev.continuo.runtime.agent.text.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a mail tells: an episode and the facts in it, each with its sentence. The header lines stand
 * in front of the text, so that they too can be quoted.
 */
final class MessageFacts {
  private static final double SAID = 1.0;
  private static final double READ = 0.8;
  private static final double GUESSED = 0.6;

  private final IntakeRecord lead;
  private final String header;
  private final String text;
  private final Instant written;
  private final EntityRef message;
  private final EntityRef person;
  private final @Nullable EntityRef organisation;
  private final List<FactProposal> facts = new ArrayList<>();

  private MessageFacts(IntakeRecord lead, String text, Instant written, ZoneId zone) {
    this.lead = lead;
    this.text = text;
    this.written = written;
    this.header = header(lead, Wording.moment(written, zone));
    this.message =
        new EntityRef(
            "schema:EmailMessage",
            "message:" + Refs.id(lead),
            Refs.label(lead.subject(), "Message"));
    this.person = Refs.person(lead);
    this.organisation = Refs.organisation(lead);
  }

  /**
   * The facts of a message.
   *
   * @param text the whole plain text in which the record's evidence is counted
   * @param written when it was written
   * @param zone the owner's, for how the source says it
   */
  static MessageFacts ofRequest(IntakeRecord lead, String text, Instant written, ZoneId zone) {
    MessageFacts facts = new MessageFacts(lead, text, written, zone);
    facts.message();
    facts.parties();
    facts.request();
    return facts;
  }

  /**
   * The facts of a message that replies to ours.
   *
   * @param owed the reply that was owed and came with it, or null
   */
  static MessageFacts ofReply(
      IntakeRecord lead, String text, Instant written, ZoneId zone, @Nullable Owed owed) {
    MessageFacts facts = new MessageFacts(lead, text, written, zone);
    facts.message();
    facts.parties();
    facts.dates(facts.message);
    if (lead.inReplyTo() != null) {
      EntityRef answered = Refs.message(lead.inReplyTo(), "Message before: " + lead.subject());
      facts.add(
          facts.message, "continuo:inReplyTo", ref(answered), SAID, facts.line("In-Reply-To: "));
    }
    if (owed != null) {
      facts.facts.add(
          new FactProposal(
              AnswerFacts.commitment(owed.key(), lead),
              "continuo:state",
              text("kept"),
              owed.keptAt(lead.receivedAt()), // by our clock: theirs may lie before our own mail
              SAID,
              facts.line("Date: "),
              owed.rank()));
    }
    return facts;
  }

  Episode episode() {
    return new Episode(
        "mail:" + Refs.id(lead),
        "mail",
        written,
        lead.documentId(),
        Refs.label(lead.subject(), "Message"),
        header + text);
  }

  List<FactProposal> facts() {
    return List.copyOf(facts);
  }

  private void message() {
    add(message, "schema:sender", ref(person), SAID, from());
    add(message, "schema:dateSent", new FactValue.Moment(written), SAID, line("Date: "));
    if (!lead.subject().isBlank()) {
      add(message, "schema:headline", text(lead.subject()), SAID, line("Subject: "));
    }
  }

  private void parties() {
    add(person, "schema:name", text(lead.sender().name()), SAID, from());
    if (Refs.hasAddress(lead)) {
      add(person, "schema:email", text(lead.sender().email()), SAID, from());
    }
    if (!lead.language().equals("und") && !text.isBlank()) {
      Evidence words = lead.request() == null ? line("Subject: ") : in(lead.request());
      propose(person, "vcard:language", text(lead.language()), READ, words, SourceRank.EXTRACTED);
    }
    lead.phones()
        .forEach(
            p ->
                add(
                    person,
                    "schema:telephone",
                    text(p.number()),
                    READ,
                    at(p.quote(), p.start(), p.end())));
    if (organisation != null && lead.organisation() != null) {
      organisation(person, organisation, lead.organisation());
    }
  }

  private void organisation(EntityRef writer, EntityRef house, IntakeRecord.Organisation named) {
    boolean said = named.evidence() != null;
    Evidence evidence = named.evidence() == null ? from() : in(named.evidence());
    SourceRank rank = said ? SourceRank.MAIL : SourceRank.EXTRACTED;
    double confidence = said ? READ : GUESSED;
    propose(house, "schema:name", text(named.name()), confidence, evidence, rank);
    if (named.domain() != null) {
      add(house, "continuo:domain", text(named.domain()), SAID, from());
    }
    propose(writer, "schema:worksFor", ref(house), confidence, evidence, rank);
  }

  private void request() {
    EntityRef request = Refs.request(lead);
    Evidence words = lead.request() == null ? line("Subject: ") : in(lead.request());
    propose(
        request,
        "continuo:requestKind",
        text(lead.kind().id()),
        Math.clamp(lead.kind() == RequestKind.UNCLEAR ? GUESSED : lead.kindScore(), 0.0, 1.0),
        words,
        SourceRank.EXTRACTED);
    add(request, "continuo:requestedBy", ref(person), SAID, from());
    add(request, "continuo:arrivedIn", ref(message), SAID, line("Date: "));
    propose(request, "continuo:state", text("open"), SAID, words, SourceRank.EXTRACTED);
    if (!lead.subject().isBlank()) {
      add(request, "schema:headline", text(lead.subject()), SAID, line("Subject: "));
    }
    if (organisation != null) {
      add(request, "continuo:onBehalfOf", ref(organisation), READ, from());
    }
    amount(request);
    dates(request);
  }

  private void amount(EntityRef request) {
    lead.money().stream()
        .filter(m -> m.currency() != null && m.to().equals(lead.amount()))
        .findFirst()
        .ifPresent(
            m ->
                add(request, "continuo:amount", money(m), READ, at(m.quote(), m.start(), m.end())));
  }

  private void dates(EntityRef about) {
    lead.dates().stream()
        .filter(d -> d.until() == null)
        .forEach(
            d ->
                propose(
                    about,
                    "continuo:mentionsDate",
                    new FactValue.Date(d.date()),
                    d.unsure() ? GUESSED : READ,
                    at(d.quote(), d.start(), d.end()),
                    SourceRank.EXTRACTED));
  }

  private static FactValue money(FoundMoney money) {
    return new FactValue.Money(money.to(), Objects.requireNonNull(money.currency()));
  }

  private void add(
      EntityRef subject, String predicate, FactValue value, double confidence, Evidence evidence) {
    propose(subject, predicate, value, confidence, evidence, SourceRank.MAIL);
  }

  private void propose(
      EntityRef subject,
      String predicate,
      FactValue value,
      double confidence,
      Evidence evidence,
      SourceRank rank) {
    facts.add(new FactProposal(subject, predicate, value, null, confidence, evidence, rank));
  }

  private static FactValue text(String text) {
    return new FactValue.Text(text);
  }

  private static FactValue ref(EntityRef entity) {
    return new FactValue.Ref(entity);
  }

  private Evidence from() {
    return line("From: ");
  }

  /** The header line that begins so. */
  private Evidence line(String beginning) {
    int start = header.indexOf(beginning);
    int end = header.indexOf('\n', start);
    return new Evidence(header.substring(start, end), start, end);
  }

  private Evidence in(Span span) {
    return at(span.quote(), span.start(), span.end());
  }

  private Evidence at(String quote, int start, int end) {
    return new Evidence(quote, header.length() + start, header.length() + end);
  }

  private static String header(IntakeRecord lead, String written) {
    StringBuilder header = new StringBuilder();
    header.append("From: ").append(Told.line(lead.sender().name(), 300));
    header.append(" <").append(lead.sender().email().toLowerCase(Locale.ROOT)).append(">\n");
    header.append("Date: ").append(written).append('\n');
    header.append("Subject: ").append(Told.line(lead.subject(), 500)).append('\n');
    if (lead.inReplyTo() != null) {
      header.append("In-Reply-To: ").append(lead.inReplyTo()).append('\n');
    }
    return header.append('\n').toString();
  }
}
