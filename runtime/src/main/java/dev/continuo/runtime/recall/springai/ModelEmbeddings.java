package dev.continuo.runtime.recall.springai;

import dev.continuo.ontology.recall.Embeddings;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.embedding.EmbeddingModel;

/** The house's embedding model as recall wants it. */
public final class ModelEmbeddings implements Embeddings {
  private final EmbeddingModel model;

  public ModelEmbeddings(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  @Override
  public float[] embed(String text) {
    return Objects.requireNonNull(model.embed(text));
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.isEmpty() ? List.of() : model.embed(texts);
  }
}
