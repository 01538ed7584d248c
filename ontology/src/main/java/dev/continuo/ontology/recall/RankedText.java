package dev.continuo.ontology.recall;

import java.util.Map;

/**
 * A text with its rank.
 *
 * @param score higher is better, comparable within one answer only
 * @param lists what each list gave it, from 0 to 1, before weights
 */
public record RankedText(String id, double score, Map<RankList, Double> lists) {

  public RankedText {
    lists = Map.copyOf(lists);
  }
}
