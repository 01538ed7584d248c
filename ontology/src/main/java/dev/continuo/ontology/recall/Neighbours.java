package dev.continuo.ontology.recall;

/** Texts of one session that stand beside each other, in the shelf's order. */
final class Neighbours {

  private static final int NEAR = 8;
  private static final double OPENING = 0.03;

  private final int[] first;
  private final int[] end;

  /**
   * @param groupOf the session of each text; texts of one session stand together
   */
  Neighbours(int[] groupOf) {
    first = new int[groupOf.length];
    end = new int[groupOf.length];
    for (int i = 0, from = 0; i < groupOf.length; i++) {
      if (i + 1 == groupOf.length || groupOf[i + 1] != groupOf[i]) {
        java.util.Arrays.fill(first, from, i + 1, from);
        java.util.Arrays.fill(end, from, i + 1, i + 1);
        from = i + 1;
      }
    }
  }

  /** The mean of a text's neighbourhood; the nearer the more it counts. */
  double[] smoothed(double[] scores) {
    var smoothed = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double sum = 0;
      double all = 0;
      for (int j = Math.max(first[i], i - NEAR); j < Math.min(end[i], i + NEAR + 1); j++) {
        double weight = NEAR + 1 - Math.abs(i - j);
        sum += weight * scores[j];
        all += weight;
      }
      smoothed[i] = sum / all;
    }
    return smoothed;
  }

  /** Zero for the first text of a session, near one after the first tenth of it. */
  double[] place() {
    var place = new double[first.length];
    for (int i = 0; i < place.length; i++) {
      place[i] = 1 - Math.exp(-(i - first[i]) / (OPENING * (end[i] - first[i])));
    }
    return place;
  }
}
