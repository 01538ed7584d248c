package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that explains one fact.
 *
 * @param evidence the sentence and where it is in {@code source}
 * @param acceptedBy who or what proposed it; the gate let it pass at {@code fact.recordedFrom}
 * @param writeKey the key of the write that brought it
 * @param supersedes what it replaced
 * @param supersededBy what replaced it
 * @param derivedFrom the facts it was derived from
 * @param derived believed facts that were derived from it
 * @param closedBy the write that ended the belief in it, {@code null} while it is believed
 * @param confirmations later sources that said the same
 * @param rows how many rows its slot ever had; {@link Browsing#history} reads them
 */
public record FactDetail(
    Fact fact,
    Evidence evidence,
    Episode source,
    Generation acceptedBy,
    String writeKey,
    List<Fact> supersedes,
    List<Fact> supersededBy,
    List<Fact> derivedFrom,
    List<Fact> derived,
    @Nullable Closing closedBy,
    List<Confirmation> confirmations,
    int rows) {

  /**
   * Who or what superseded, corrected or retracted a fact.
   *
   * @param episodeKey the source that gives the reason
   */
  public record Closing(Generation by, String writeKey, String episodeKey) {}

  /** One more source that said the same about {@code at}. */
  public record Confirmation(
      String episodeKey, String quote, SourceRank rank, Instant at, Instant recordedAt) {}
}
