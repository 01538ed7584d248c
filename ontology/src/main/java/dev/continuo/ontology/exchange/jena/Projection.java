package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.QuestionRefused;
import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.Archive.ArchivedActivity;
import dev.continuo.ontology.memory.Archive.ArchivedConfirmation;
import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Memory as a dataset: what is true now as plain statements in the default graph, everything with
 * its history in named graphs. Filled once, only read afterwards.
 */
final class Projection implements Archive.Reader {
  private final DatasetGraph dataset = DatasetGraphFactory.createGeneral();
  private final RdfArchive assertions;
  private final Vocabulary vocabulary;
  private final Instant now;
  private final int most;
  private final Map<String, String> kept = new HashMap<>();
  private long size;

  Projection(Vocabulary vocabulary, Instant now, int most) {
    this.vocabulary = vocabulary;
    this.now = now;
    this.most = most;
    this.assertions = new RdfArchive(StreamRDFLib.dataset(dataset), vocabulary, true);
  }

  DatasetGraph dataset() {
    return dataset;
  }

  private void count(int statements) {
    size += statements;
    if (size > most) {
      throw new QuestionRefused(
          "memory has more than " + most + " statements.", "Use search and the named questions.");
    }
  }

  @Override
  public void entity(ArchivedEntity entity) {
    count(6);
    if (entity.mergedInto() != null) {
      kept.put(entity.id(), entity.mergedInto());
    }
    assertions.entity(entity);
  }

  @Override
  public void episode(ArchivedEpisode episode) {
    count(7);
    assertions.episode(episode);
  }

  @Override
  public void activity(ArchivedActivity activity) {
    count(6);
    assertions.activity(activity);
  }

  @Override
  public void fact(ArchivedFact fact) {
    count(18);
    assertions.fact(fact);
    if (holdsNow(fact)) {
      vocabulary
          .predicate(fact.predicate())
          .ifPresent(
              predicate ->
                  dataset.add(
                      Quad.create(
                          Quad.defaultGraphNodeGenerated,
                          Terms.entity(keptOf(fact.subjectId())),
                          Terms.iri(predicate.iri()),
                          fact.objectId() == null
                              ? Terms.literal(fact.value())
                              : Terms.entity(keptOf(fact.objectId())))));
    }
  }

  private String keptOf(String entityId) {
    return kept.getOrDefault(entityId, entityId);
  }

  private boolean holdsNow(ArchivedFact fact) {
    return fact.recordedTo() == null
        && !fact.validFrom().isAfter(now)
        && (fact.validTo() == null || now.isBefore(fact.validTo()));
  }

  @Override
  public void confirmation(ArchivedConfirmation confirmation) {
    count(12);
    assertions.confirmation(confirmation);
  }
}
