package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a write changes in the store, and nothing else.
 *
 * @param closed stored facts whose {@code recordedTo} is set
 * @param fallen those of them whose value does not hold any more for all of their time
 * @param successors the row that says the same in place of a closed one, by the closed one's id
 * @param withheldProposals the proposals behind {@code withheld}, in the same order
 * @param names what each touched subject is called from now on
 * @param entityIds the entity behind each key that was named and exists after the write
 */
public record WritePlan(
    Write write,
    Instant recordedAt,
    List<EntityChange> entities,
    List<String> closed,
    List<String> fallen,
    Map<String, String> successors,
    List<NewFact> facts,
    List<NewConfirmation> confirmations,
    List<WithheldFact> withheld,
    List<FactProposal> withheldProposals,
    Map<String, String> names,
    Map<String, String> entityIds) {

  /** An entity to create, or keys and other names to add to one. */
  public record EntityChange(
      String id,
      boolean isNew,
      String kind,
      String label,
      List<String> keys,
      List<String> aliases,
      Map<String, String> maybeSame) {}

  /**
   * A row to write.
   *
   * @param proposal index of the proposal it came from, -1 when it carries on a stored fact
   * @param continues the stored fact whose value, evidence and origin it carries on
   * @param supersedes stored facts that it takes the place of
   */
  public record NewFact(
      String factId,
      String slotKey,
      String subjectId,
      String predicate,
      FactValue value,
      @Nullable String objectId,
      Interval valid,
      SourceRank rank,
      double confidence,
      Evidence evidence,
      String sentence,
      int proposal,
      @Nullable String continues,
      List<String> supersedes,
      List<String> bases) {}

  /** One more source for a fact. */
  public record NewConfirmation(
      String factId,
      String slotKey,
      String valueKey,
      Instant at,
      SourceRank rank,
      double confidence,
      Evidence evidence) {}
}
