package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.Archive.ArchivedActivity;
import dev.continuo.ontology.memory.Archive.ArchivedConfirmation;
import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.vocabulary.Vocabulary;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

/**
 * Memory as statements. Entities stand in the default graph; each source has a named graph with
 * itself, the activities that read it and the assertions made from it. As triples, the graphs are
 * left out and nothing else.
 */
final class RdfArchive implements Archive.Reader {
  private final StreamRDF out;
  private final Vocabulary vocabulary;
  private final boolean graphs;

  RdfArchive(StreamRDF out, Vocabulary vocabulary, boolean graphs) {
    this.out = out;
    this.vocabulary = vocabulary;
    this.graphs = graphs;
  }

  private void say(Node graph, Node subject, Node predicate, Node object) {
    if (graphs) {
      out.quad(Quad.create(graph, subject, predicate, object));
    } else {
      out.triple(Triple.create(subject, predicate, object));
    }
  }

  private void say(Node graph, Node subject, String own, Node object) {
    say(graph, subject, Terms.own(own), object);
  }

  @Override
  public void entity(ArchivedEntity e) {
    var g = Quad.defaultGraphIRI;
    var entity = Terms.entity(e.id());
    vocabulary.kind(e.kind()).ifPresent(kind -> say(g, entity, Terms.TYPE, Terms.iri(kind.iri())));
    say(g, entity, "kind", Terms.text(e.kind()));
    say(g, entity, Terms.LABEL, Terms.text(e.label()));
    e.keys().forEach(key -> say(g, entity, "key", Terms.text(key)));
    e.aliases().forEach(alias -> say(g, entity, Terms.ALIAS, Terms.text(alias)));
    say(g, entity, "firstSeen", Terms.moment(e.firstSeen()));
    if (e.mergedInto() != null) {
      say(g, entity, Terms.SAME_AS, Terms.entity(e.mergedInto()));
    }
  }

  @Override
  public void episode(ArchivedEpisode archived) {
    var e = archived.episode();
    var g = Terms.episode(e.key());
    say(g, g, Terms.TYPE, Terms.EPISODE);
    say(g, g, "kind", Terms.text(e.kind()));
    say(g, g, "occurredAt", Terms.moment(e.occurredAt()));
    say(g, g, "recordedAt", Terms.moment(archived.recordedAt()));
    say(g, g, Terms.TITLE, Terms.text(e.title()));
    say(g, g, Terms.TEXT, Terms.text(e.text()));
    if (e.sourceId() != null) {
      say(g, g, Terms.DOCUMENT, Terms.text(e.sourceId()));
    }
  }

  @Override
  public void activity(ArchivedActivity a) {
    var g = Terms.episode(a.episodeKey());
    var activity = Terms.activity(a.key());
    say(g, activity, Terms.TYPE, Terms.ACTIVITY);
    say(g, activity, Terms.USED, g);
    say(g, activity, "agent", Terms.text(a.agent()));
    say(g, activity, "detail", Terms.text(a.detail()));
    say(g, activity, "cost", Terms.text(a.cost().toPlainString()));
    say(g, activity, Terms.ENDED_AT, Terms.moment(a.at()));
  }

  @Override
  public void fact(ArchivedFact f) {
    var g = Terms.episode(f.episodeKey());
    var fact = Terms.fact(f.factId());
    say(g, fact, Terms.TYPE, Terms.ASSERTION);
    say(g, fact, "subject", Terms.entity(f.subjectId()));
    vocabulary
        .predicate(f.predicate())
        .ifPresent(p -> say(g, fact, "predicate", Terms.iri(p.iri())));
    say(g, fact, "predicateName", Terms.text(f.predicate()));
    say(
        g,
        fact,
        "object",
        f.objectId() == null ? Terms.literal(f.value()) : Terms.entity(f.objectId()));
    say(g, fact, Terms.SENTENCE, Terms.text(f.sentence()));
    say(g, fact, Terms.FROM, Terms.moment(f.validFrom()));
    if (f.validTo() != null) {
      say(g, fact, Terms.TO, Terms.moment(f.validTo()));
    }
    say(g, fact, "recordedFrom", Terms.moment(f.recordedFrom()));
    if (f.recordedTo() != null) {
      say(g, fact, "recordedTo", Terms.moment(f.recordedTo()));
    }
    say(g, fact, "confidence", Terms.decimal(f.confidence()));
    say(g, fact, "rank", Terms.text(f.rank().name()));
    say(g, fact, "slotKey", Terms.text(f.slotKey()));
    say(g, fact, "vocabularyVersion", Terms.text(f.vocabularyVersion()));
    say(g, fact, Terms.SOURCE, g);
    say(g, fact, Terms.GENERATED_BY, Terms.activity(f.activityKey()));
    say(g, fact, "recordedBy", Terms.activity(f.recordedBy()));
    say(g, fact, "ordinal", Terms.number(f.ordinal()));
    evidence(g, fact, f.evidence());
    f.supersedes().forEach(id -> say(g, fact, "supersedes", Terms.fact(id)));
    f.continues().forEach(id -> say(g, fact, "continues", Terms.fact(id)));
    f.derivedFrom().forEach(id -> say(g, fact, Terms.DERIVED_FROM, Terms.fact(id)));
  }

  @Override
  public void confirmation(ArchivedConfirmation c) {
    var g = Terms.episode(c.episodeKey());
    var node =
        Terms.confirmation(c.slotKey() + " " + c.valueKey() + " " + c.at() + " " + c.recordedAt());
    say(g, node, Terms.TYPE, Terms.CONFIRMATION);
    say(g, node, Terms.SOURCE, g);
    say(g, node, "confirms", Terms.fact(c.factId()));
    say(g, node, "slotKey", Terms.text(c.slotKey()));
    say(g, node, "valueKey", Terms.text(c.valueKey()));
    say(g, node, "at", Terms.moment(c.at()));
    say(g, node, "recordedAt", Terms.moment(c.recordedAt()));
    say(g, node, "rank", Terms.text(c.rank().name()));
    say(g, node, "confidence", Terms.decimal(c.confidence()));
    evidence(g, node, c.evidence());
  }

  private void evidence(Node graph, Node node, Evidence evidence) {
    say(graph, node, "quote", Terms.text(evidence.quote()));
    say(graph, node, "quoteStart", Terms.number(evidence.start()));
    say(graph, node, "quoteEnd", Terms.number(evidence.end()));
  }
}
