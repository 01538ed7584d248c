package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement that somebody wants remembered.
 *
 * @param predicate a predicate of the vocabulary, for instance {@code schema:email}
 * @param validFrom since when it holds; {@code null} means the episode's time, never now
 * @param validTo until when it holds (exclusive), {@code null} when no end was stated
 * @param confidence 0 to 1
 * @param bases ids of believed facts it is derived from ({@code prov:wasDerivedFrom}); when one of
 *     them falls, this one is marked stale
 */
public record FactProposal(
    EntityRef subject,
    String predicate,
    FactValue value,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    double confidence,
    Evidence evidence,
    SourceRank rank,
    List<String> bases) {
  public FactProposal {
    bases = List.copyOf(bases);
  }

  /** A statement that stands on its source alone. */
  public FactProposal(
      EntityRef subject,
      String predicate,
      FactValue value,
      @Nullable Instant validFrom,
      @Nullable Instant validTo,
      double confidence,
      Evidence evidence,
      SourceRank rank) {
    this(subject, predicate, value, validFrom, validTo, confidence, evidence, rank, List.of());
  }

  /** A statement without a stated end. */
  public FactProposal(
      EntityRef subject,
      String predicate,
      FactValue value,
      @Nullable Instant validFrom,
      double confidence,
      Evidence evidence,
      SourceRank rank) {
    this(subject, predicate, value, validFrom, null, confidence, evidence, rank);
  }

  /** The same statement, derived from those facts. */
  public FactProposal derivedFrom(String... factIds) {
    return new FactProposal(
        subject,
        predicate,
        value,
        validFrom,
        validTo,
        confidence,
        evidence,
        rank,
        List.of(factIds));
  }
}
