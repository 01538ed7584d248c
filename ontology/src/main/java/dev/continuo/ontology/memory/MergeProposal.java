package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two entities that may be one.
 *
 * @param kept the one whose name stays: the older one
 * @param other the one that would be read together with it
 * @param score 0 to 1
 * @param reasons what speaks for it, one short sentence each
 * @param differences values of functional predicates in which they differ now
 * @param settledBy who merged, dismissed or took it back last
 */
public record MergeProposal(
    String id,
    State state,
    Party kept,
    Party other,
    double score,
    List<String> reasons,
    List<String> differences,
    Instant proposedAt,
    @Nullable String settledBy,
    @Nullable String why,
    @Nullable Instant settledAt) {
  public MergeProposal {
    reasons = List.copyOf(reasons);
    differences = List.copyOf(differences);
  }

  /** One of the two. */
  public record Party(String entityId, String kind, String label, String key) {}

  /** What became of it. */
  public enum State {
    OPEN,
    MERGED,
    DISMISSED,
    UNMERGED
  }
}
