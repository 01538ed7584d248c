package dev.continuo.ontology.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One statement that somebody wants remembered.
 *
 * @param predicate a predicate of the vocabulary, for instance {@code schema:email}
 * @param validFrom since when it holds; {@code null} means the episode's time, never now
 * @param validTo until when it holds (exclusive), {@code null} when no end was stated
 * @param confidence 0 to 1
 */
public record FactProposal(
    EntityRef subject,
    String predicate,
    FactValue value,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    double confidence,
    Evidence evidence,
    SourceRank rank) {

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
}
