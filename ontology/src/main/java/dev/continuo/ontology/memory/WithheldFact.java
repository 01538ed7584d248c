package dev.continuo.ontology.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that did not become a fact: waiting for a person, or refused. It stays visible.
 *
 * @param subjectId the entity it speaks of, when memory knows it
 * @param value the proposed value in words
 * @param validFrom the validity that was proposed or taken from the episode
 * @param code stable, for instance {@code lower-rank}, {@code tie}, {@code shape}, {@code
 *     unknown-predicate}
 * @param message why, in plain words; a shape's own message when a shape refused it
 * @param conflictingFactId the stored fact it disagrees with, when there is one
 * @param settled what a person made of it, {@code null} while it waits
 */
public record WithheldFact(
    String id,
    Status status,
    String subjectKind,
    String subjectKey,
    String subjectLabel,
    @Nullable String subjectId,
    String predicate,
    String predicateLabel,
    String value,
    Instant validFrom,
    SourceRank rank,
    double confidence,
    String quote,
    String episodeKey,
    String code,
    String message,
    @Nullable String conflictingFactId,
    Instant at,
    @Nullable Settled settled) {

  /**
   * A person's decision about an item.
   *
   * @param factId the fact that came of it, when it was accepted
   */
  public record Settled(String who, String why, Instant at, @Nullable String factId) {}

  /** What is to become of it. */
  public enum Status {
    /** A person has to decide. */
    REVIEW,
    /** It breaks a rule of the vocabulary or a shape. */
    REJECTED,
    /** A person made a fact of it. */
    ACCEPTED,
    /** A person put it away. */
    DISMISSED
  }
}
