package dev.continuo.ontology.recall;

/** Vectors of how often each stem occurs: enough for texts that share words to lie close. */
public final class LetterEmbeddings implements Embeddings {

  @Override
  public int dimensions() {
    return 384;
  }

  @Override
  public float[] embed(String text) {
    var vector = new float[384];
    for (String stem : EnglishWords.stems(text)) {
      vector[Math.floorMod(stem.hashCode(), 384)]++;
    }
    double length = Math.sqrt(Embeddings.similarity(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] = length == 0 ? (i == 0 ? 1 : 0) : (float) (vector[i] / length);
    }
    return vector;
  }
}
