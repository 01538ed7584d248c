package dev.continuo.ontology.memory;

import java.util.List;
import java.util.Optional;

/**
 * Which entities are one and the same. Nothing is merged silently: likeness above a threshold makes
 * a proposal, a person decides, and every merge can be undone exactly, because facts stay with the
 * entity they were stated of and only reads follow the merge.
 */
public interface Identities {
  /** Proposals in that state, most alike first. */
  List<MergeProposal> proposals(MergeProposal.State state, int limit);

  /** One proposal. */
  Optional<MergeProposal> proposal(String id);

  /**
   * Compares one entity with those of its kind and proposes what is alike enough.
   *
   * @return the open proposals about it
   */
  List<MergeProposal> lookFor(String entityId);

  /**
   * Does so for entities that were never compared, oldest first.
   *
   * @return how many entities were compared
   */
  int lookForAll(int most);

  /**
   * Proposes by hand.
   *
   * @throws MergeRefused when they are of different kinds, one already, or the same
   */
  MergeProposal propose(String entityId, String otherId, String who, String why);

  /**
   * Makes them one: from now on reads of either answer for both.
   *
   * @throws MergeRefused when the proposal is unknown or not open
   */
  MergeProposal merge(String proposalId, String who, String why);

  /**
   * Keeps them apart; the same pair is not proposed again.
   *
   * @throws MergeRefused when the proposal is unknown or not open
   */
  MergeProposal dismiss(String proposalId, String who, String why);

  /**
   * Takes a merge back; everything reads as before it, and what was learned since belongs to the
   * entity it was said of.
   *
   * @throws MergeRefused when they are not merged
   */
  MergeProposal unmerge(String proposalId, String who, String why);

  /**
   * Puts a pair that was kept apart back on the list.
   *
   * @throws MergeRefused when the proposal is unknown or merged
   */
  MergeProposal reopen(String proposalId, String who, String why);
}
