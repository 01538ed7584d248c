package dev.continuo.ontology.recall;

import java.util.List;

/**
 * What an answer took.
 *
 * @param micros in all, the embedding of the question included
 * @param embedMicros of it, the embedding
 * @param lists what was looked at: slot, words, meaning, graph, roll-up, or the named question
 * @param candidates facts and passages that were weighed
 * @param staleDropped candidates that did not hold at the asked time or were displaced in their
 *     slot
 * @param cut items that fitted no more into the token budget
 * @param tokens of the delivered items
 * @param cacheHit whether a client's shelf was still warm
 * @param layer hot, warm or cold
 */
public record RecallActivity(
    long micros,
    long embedMicros,
    List<String> lists,
    int candidates,
    int staleDropped,
    int cut,
    int tokens,
    boolean cacheHit,
    String layer) {

  public RecallActivity {
    lists = List.copyOf(lists);
  }
}
