package dev.continuo.designer.memory.decide;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.WithheldFact;
import java.util.List;

/** What waits for a person in memory, at one moment. */
public record Waiting(
    List<WithheldFact> review,
    List<MergeProposal> merges,
    List<Fact> shaky,
    List<WithheldFact> refused) {
  static final int MOST = 100;

  public static Waiting in(Memory memory) {
    return new Waiting(
        memory.reviews().open(MOST),
        memory.identities().proposals(MergeProposal.State.OPEN, MOST),
        memory.reviews().stale(MOST),
        memory.withheld(WithheldFact.Status.REJECTED, MOST));
  }

  /** What asks for a decision; a refusal only informs. */
  public int asking() {
    return review.size() + merges.size() + shaky.size();
  }
}
