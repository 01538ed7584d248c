package dev.continuo.ontology.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes everything about a client out of memory: facts, episodes, evidence, vectors, roll-ups,
 * edges, review items. The only operation that deletes. What somebody else's facts stand on stays
 * readable, with all other words of that source masked.
 */
public interface Erasures {
  /** What {@link #erase} would take, without taking it; also who works for the client. */
  ErasurePreview preview(Set<String> entityIds);

  /**
   * Erases them in one transaction. Under the same key the first answer again.
   *
   * @param key durable key; it stays on the proof, so it names nobody
   * @throws ErasureRefused when none of them is known
   */
  Erased erase(String key, Set<String> entityIds, String who, String why);

  /** What was erased under that key, without the ids of what is gone. */
  Optional<ErasureProof> proof(String key);

  /** All proofs, newest first. */
  List<ErasureProof> proofs(int limit);
}
