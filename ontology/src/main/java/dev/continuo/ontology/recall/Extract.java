package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Picks the sentences that lie closest to all the others, in their own order: an extractive summary
 * by centrality. No model writes anything.
 */
public final class Extract {

  private static final int READ = 60;
  private static final int KEPT = 8;

  private Extract() {}

  /**
   * @param sentences the latest last; of very many only the latest are read
   */
  public static List<String> of(List<String> sentences, Embeddings embeddings) {
    var read = sentences.stream().distinct().skip(Math.max(0, sentences.size() - READ)).toList();
    if (read.size() <= KEPT) {
      return read;
    }
    var vectors = embeddings.embed(read);
    var centrality = new double[read.size()];
    for (int i = 0; i < centrality.length; i++) {
      for (int j = 0; j < centrality.length; j++) {
        centrality[i] += i == j ? 0 : Embeddings.similarity(vectors.get(i), vectors.get(j));
      }
    }
    var kept = new ArrayList<String>();
    Arrays.stream(Scores.order(centrality))
        .limit(KEPT)
        .sorted()
        .forEach(i -> kept.add(read.get(i)));
    return kept;
  }
}
