package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Ranks texts by the words they share with a question: Okapi BM25 with k1 = 1.2 and b = 0.75 in the
 * form Lucene uses (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
 */
final class Bm25 {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private record Posting(int text, int count) {}

  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final int[] lengths;
  private final double average;

  /**
   * @param texts stems of each text
   */
  Bm25(List<List<String>> texts) {
    lengths = texts.stream().mapToInt(List::size).toArray();
    average = Math.max(1, java.util.Arrays.stream(lengths).average().orElse(1));
    for (int i = 0; i < texts.size(); i++) {
      var counts = new HashMap<String, Integer>();
      texts.get(i).forEach(stem -> counts.merge(stem, 1, Integer::sum));
      int text = i;
      counts.forEach(
          (stem, count) ->
              postings
                  .computeIfAbsent(stem, none -> new ArrayList<>())
                  .add(new Posting(text, count)));
    }
  }

  double[] scores(List<String> stems) {
    var scores = new double[lengths.length];
    for (String stem : new HashSet<>(stems)) {
      var found = postings.getOrDefault(stem, List.of());
      double rarity = Math.log(1 + (lengths.length - found.size() + 0.5) / (found.size() + 0.5));
      for (Posting p : found) {
        double length = K1 * (1 - B + B * lengths[p.text()] / average);
        scores[p.text()] += rarity * p.count() * (K1 + 1) / (p.count() + length);
      }
    }
    return scores;
  }
}
