package dev.continuo.ontology.exchange;

import dev.continuo.ontology.exchange.jena.SparqlQuestions;
import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Memory;

/**
 * Memory asked in SPARQL 1.1, for people and agents. Read-only and closed: SELECT and ASK over what
 * memory holds, nothing else is reached, and a question that takes too long or answers too much is
 * cut off. The default graph holds what is true now as plain statements; each source is a named
 * graph with the assertions made from it, of all times. Safe for many threads.
 */
public interface Questions {
  /**
   * Answers a question. Prefixes of the vocabulary need not be declared.
   *
   * @throws QuestionRefused when it is not a question of that kind, or takes too long
   */
  Answer ask(String sparql);

  /** Over that memory; the projection is made again when memory changed. */
  static Questions over(Memory memory, QuestionLimits limits, Activities activities) {
    return new SparqlQuestions(memory, limits, activities);
  }
}
