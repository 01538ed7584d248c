package dev.continuo.ontology.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps the vectors of short texts that come again: the words of slots, the parts of a question.
 */
final class KeptQuestions implements Embeddings {

  private final Embeddings embeddings;
  private final Cache<String, float[]> kept = Caffeine.newBuilder().maximumSize(2_000).build();
  private final ThreadLocal<long[]> spent = ThreadLocal.withInitial(() -> new long[1]);

  KeptQuestions(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  void forget() {
    kept.invalidateAll();
  }

  @Override
  public int dimensions() {
    return embeddings.dimensions();
  }

  @Override
  public float[] embed(String text) {
    return kept.get(
        text,
        t -> {
          long started = System.nanoTime();
          var vector = embeddings.embed(t);
          spent.get()[0] += System.nanoTime() - started;
          return vector;
        });
  }

  /** Time this thread embedded since the last call. */
  long microsOfThisThread() {
    long micros = spent.get()[0] / 1_000;
    spent.get()[0] = 0;
    return micros;
  }
}
