package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.setting.WorkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sent answer tells: that the request is answered, and by when the contact is to reply.
 *
 * @param ask the sentence that asks for a reply, as it was sent; none where it was taken out
 * @param commitment the reply that is owed, where the text asks for one
 */
record AnswerFacts(
    Episode episode,
    List<FactProposal> facts,
    Optional<String> ask,
    Optional<EntityRef> commitment) {

  static AnswerFacts of(
      IntakeRecord lead, Draft draft, boolean declined, SentAnswers.Sent sent, WorkSettings work) {
    String subject = "Subject: " + Told.line(sent.subject(), 300);
    List<FactProposal> facts = new ArrayList<>();
    facts.add(
        fact(
            Refs.request(lead),
            "continuo:state",
            new FactValue.Text(declined ? "declined" : "answered"),
            subject,
            SourceRank.HUMAN_APPROVAL));
    Optional<String> ask = Optional.ofNullable(draft.ask()).filter(sent.text()::contains);
    Optional<EntityRef> owed = ask.map(a -> commitment(key(sent), lead));
    owed.ifPresent(o -> facts.addAll(owed(o, lead, draft, ask.orElseThrow(), work)));
    return new AnswerFacts(episode(draft, sent, subject), List.copyOf(facts), ask, owed);
  }

  /** The reply that somebody owes. */
  static EntityRef commitment(String key, IntakeRecord lead) {
    return new EntityRef("vf:Commitment", key, "Reply of " + Told.line(lead.sender().name(), 100));
  }

  private static String key(SentAnswers.Sent sent) {
    return "commitment:" + sent.idempotencyKey();
  }

  private static Episode episode(Draft draft, SentAnswers.Sent sent, String subject) {
    return new Episode(
        "sent:" + sent.idempotencyKey(),
        "sent-mail",
        sent.at(),
        null,
        Refs.label(sent.subject(), "Answer"),
        "To: " + draft.to() + "\n" + subject + "\n\n" + sent.text());
  }

  private static List<FactProposal> owed(
      EntityRef owed, IntakeRecord lead, Draft draft, String ask, WorkSettings work) {
    SourceRank approved = SourceRank.HUMAN_APPROVAL;
    List<FactProposal> facts = new ArrayList<>();
    facts.add(fact(owed, "vf:provider", new FactValue.Ref(Refs.person(lead)), ask, approved));
    facts.add(fact(owed, "vf:receiver", new FactValue.Ref(Refs.owner(work)), ask, approved));
    facts.add(fact(owed, "schema:description", new FactValue.Text(ask), ask, approved));
    facts.add(fact(owed, "continuo:answers", new FactValue.Ref(Refs.request(lead)), ask, approved));
    // a mail must be able to end it, so it counts no more than one
    facts.add(fact(owed, "continuo:state", new FactValue.Text("open"), ask, SourceRank.MAIL));
    if (draft.answerBy() != null) {
      facts.add(fact(owed, "vf:due", new FactValue.Moment(draft.answerBy()), ask, approved));
    }
    return facts;
  }

  private static FactProposal fact(
      EntityRef subject, String predicate, FactValue value, String quote, SourceRank rank) {
    return new FactProposal(subject, predicate, value, null, 1.0, Evidence.of(quote), rank);
  }
}
