package dev.continuo.runtime.erasure;

import dev.continuo.ontology.memory.ErasurePreview;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Erases clients from everything that Continuo keeps. The request is a row first, so an erasure
 * that was cut short by a crash is carried on at the next start; the same key does nothing twice.
 */
public interface Erasure {
  /** What would go from memory, and which people belong to the named organisations. */
  ErasurePreview preview(Set<String> entityIds);

  /** How many runs, cards, intents, mails and files hang on it. */
  ErasureReach reach(Set<String> entityIds);

  /**
   * Erases. When this returns, no store answers with anything of the client; what the engines' own
   * logs still hold ends by compaction until {@link ErasureRecord#logsUntil}.
   *
   * @param key durable key without anything personal in it
   * @param who who asked for it
   * @throws dev.continuo.ontology.memory.ErasureRefused when memory knows none of them
   * @throws dev.continuo.ontology.memory.MemoryUnavailable when memory does not answer; the rest is
   *     carried on later by itself
   */
  ErasureRecord erase(String key, Set<String> entityIds, String who, String why);

  /** The proof of one erasure. */
  Optional<ErasureRecord> record(String key);

  /** All proofs, newest first. */
  List<ErasureRecord> records(int limit);

  /** Carries on what was cut short. */
  int carryOn();

  /** After how many days the engines' own logs hold nothing of it any more. */
  int logDays();
}
