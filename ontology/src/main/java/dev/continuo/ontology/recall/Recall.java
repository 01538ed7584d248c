package dev.continuo.ontology.recall;

import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.recall.neo4j.Neo4jRecallStore;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Answers questions out of memory.
 *
 * <p>A question is read by rules first. A named question is a query. Where the words name somebody
 * and a slot, the slot is looked up at the asked time. Everything else is searched by words,
 * meaning and graph, filtered by time, reduced to one version per slot and packed into a budget of
 * tokens. Every item carries the id of its evidence; nothing is made up. Safe for use by many
 * threads; throws {@code MemoryUnavailable} when the store does not answer.
 */
public interface Recall extends AutoCloseable {

  /**
   * Opens recall over the memory at that address.
   *
   * @param vocabulary the terms in use, asked for each question
   */
  static Recall open(
      MemoryAddress address,
      Supplier<Vocabulary> vocabulary,
      Embeddings embeddings,
      InstantSource clock) {
    return new Answers(
        Neo4jRecallStore.open(address, embeddings, clock), vocabulary, embeddings, clock);
  }

  /** The answer to one question, with its evidence. */
  Recalled recall(Question question);

  /**
   * Makes sources that came in lately findable: cuts them into passages and embeds them. Facts are
   * found at once, passages after this. May be called at any time and from several processes.
   *
   * @return how many sources were read, in part or to their end; 0 when nothing is left to do
   */
  int index(int mostSources);

  /** Drops everything that is kept in working memory, because somebody was erased. */
  default void forget() {}

  /** Summaries of sessions, weeks and quarters. */
  RollUps rollUps();

  @Override
  void close();
}
