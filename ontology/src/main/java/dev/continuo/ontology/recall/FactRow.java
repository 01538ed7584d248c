package dev.continuo.ontology.recall;

import java.time.Instant;

/**
 * A stored row of a fact, believed or not.
 *
 * @param slotKey rows of one slot are versions of one another where the predicate is functional
 * @param objectSide whether it was found because the entity is its object
 */
public record FactRow(
    RecalledFact fact,
    String slotKey,
    String sentence,
    String quote,
    String episodeKey,
    String source,
    Instant occurredAt,
    boolean objectSide) {

  /** Whether it holds at {@code valid} by what was recorded at {@code recorded}. */
  boolean holds(Instant valid, Instant recorded) {
    var f = fact;
    return !f.validFrom().isAfter(valid)
        && (f.validTo() == null || valid.isBefore(f.validTo()))
        && !f.recordedFrom().isAfter(recorded)
        && (f.recordedTo() == null || recorded.isBefore(f.recordedTo()));
  }

  RecalledItem item(double score, String list) {
    return new RecalledItem(
        fact.factId(),
        fact,
        sentence,
        quote,
        episodeKey,
        source,
        occurredAt,
        score,
        java.util.List.of(list));
  }
}
