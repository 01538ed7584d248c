package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.NameLikeness;
import dev.continuo.runtime.erasure.ClientErased;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.context.event.EventListener;

/** Names that mean the same to the embedding model, such as Bob and Robert. */
final class EmbeddedNames implements NameLikeness {
  private static final int KEPT = 2_000;

  private final EmbeddingModel model;
  private final Map<String, float[]> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > KEPT;
        }
      };

  EmbeddedNames(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public double of(String name, String other) {
    float[] a = embedded(name);
    float[] b = embedded(other);
    double dot = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      ofA += a[i] * a[i];
      ofB += b[i] * b[i];
    }
    return ofA == 0 || ofB == 0 ? 0 : Math.clamp(dot / Math.sqrt(ofA * ofB), 0, 1);
  }

  private synchronized float[] embedded(String name) {
    return kept.computeIfAbsent(name, model::embed);
  }

  /** No name of an erased client is kept. */
  @EventListener
  synchronized void on(ClientErased erased) {
    kept.clear();
  }
}
