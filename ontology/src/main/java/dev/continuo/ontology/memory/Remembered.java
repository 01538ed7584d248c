package dev.continuo.ontology.memory;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one write. Asking again with the same key answers the same.
 *
 * @param accepted ids of the facts that were written, in the order of the proposals
 * @param confirmed ids of facts that were already known and got one more source
 * @param entityIds the entity behind each key that a proposal named, as far as one exists
 * @param newEntityIds those that this write created
 */
public record Remembered(
    String key,
    String episodeKey,
    List<String> accepted,
    List<String> confirmed,
    List<WithheldFact> review,
    List<WithheldFact> rejected,
    Map<String, String> entityIds,
    Set<String> newEntityIds) {

  public Remembered {
    accepted = List.copyOf(accepted);
    confirmed = List.copyOf(confirmed);
    review = List.copyOf(review);
    rejected = List.copyOf(rejected);
    entityIds = Map.copyOf(entityIds);
    newEntityIds = Set.copyOf(newEntityIds);
  }
}
