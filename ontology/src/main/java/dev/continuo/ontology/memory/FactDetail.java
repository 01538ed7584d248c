package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;

/**
 * Everything that explains one fact.
 *
 * @param evidence the sentence and where it is in {@code source}
 * @param acceptedBy who or what proposed it; the gate let it pass at {@code fact.recordedFrom}
 * @param writeKey the key of the write that brought it
 * @param supersedes what it replaced
 * @param supersededBy what replaced it
 * @param confirmations later sources that said the same
 * @param history every row its slot ever had, oldest recorded first
 */
public record FactDetail(
    Fact fact,
    Evidence evidence,
    Episode source,
    Generation acceptedBy,
    String writeKey,
    List<Fact> supersedes,
    List<Fact> supersededBy,
    List<Confirmation> confirmations,
    List<Fact> history) {

  /** One more source that said the same about {@code at}. */
  public record Confirmation(
      String episodeKey, String quote, SourceRank rank, Instant at, Instant recordedAt) {}
}
