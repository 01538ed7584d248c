package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.Embeddings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vectors for filling a large store in minutes: those of made-up mails are put together from their
 * lines, which come again and are embedded once, numbers aside. A question is always embedded by
 * the model.
 */
final class SentenceSums implements Embeddings {
  private final Embeddings model;
  private final Map<String, float[]> lines = new ConcurrentHashMap<>();

  SentenceSums(Embeddings model) {
    this.model = model;
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  @Override
  public float[] embed(String question) {
    return model.embed(question);
  }

  @Override
  public List<float[]> embed(List<String> mails) {
    return mails.stream().map(this::sum).toList();
  }

  private float[] sum(String mail) {
    var sum = new float[dimensions()];
    for (String line : mail.replaceAll("<.*?>|\\d+", "").split("(?<=[.?!])\\s|\\n")) {
      if (!line.isBlank()) {
        var vector = lines.computeIfAbsent(line.strip(), model::embed);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += vector[i];
        }
      }
    }
    double length = Math.sqrt(Embeddings.similarity(sum, sum));
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (sum[i] / length);
    }
    return sum;
  }
}
