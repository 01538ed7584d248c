package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.Question;

/**
 * Answers a question in words. Without a model the answer is the facts themselves and the sentences
 * they stand on; with one, the model asks memory through tools and every sentence of its answer
 * names its evidence. Throws {@code MemoryUnavailable} when memory does not answer.
 */
@FunctionalInterface
public interface Asking {
  Answer ask(Question question);
}
