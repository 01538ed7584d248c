package dev.continuo.ontology.recall;

import java.util.List;

/**
 * Turns texts into vectors of length one, so that texts that mean the same lie close. The same text
 * always gets the same vector. Safe for use by many threads.
 */
public interface Embeddings {

  /** How many numbers a vector has. */
  int dimensions();

  /** The vector of one text. */
  float[] embed(String text);

  /** The vectors of many texts, in their order; an implementation may keep what it computed. */
  default List<float[]> embed(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }

  /** The cosine of two vectors of length one. */
  static double similarity(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
