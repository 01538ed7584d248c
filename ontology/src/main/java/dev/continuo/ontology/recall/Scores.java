package dev.continuo.ontology.recall;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Lists of scores made comparable. */
final class Scores {

  private Scores() {}

  /** Divided by the best, so that the best is one. */
  static double[] toBest(double[] scores) {
    double best = Arrays.stream(scores).max().orElse(0);
    return best <= 0
        ? new double[scores.length]
        : Arrays.stream(scores).map(s -> s / best).toArray();
  }

  /** The least becomes zero, the best one. */
  static double[] spread(double[] scores) {
    double best = Arrays.stream(scores).max().orElse(0);
    double least = Arrays.stream(scores).min().orElse(0);
    return best <= least
        ? new double[scores.length]
        : Arrays.stream(scores).map(s -> (s - least) / (best - least)).toArray();
  }

  static void add(double[] sum, double[] scores, double weight) {
    for (int i = 0; i < sum.length && weight != 0; i++) {
      sum[i] += weight * scores[i];
    }
  }

  /** Indexes from best to worst; equal ones in their order. */
  static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .mapToInt(i -> i)
        .toArray();
  }

  /** The best {@code limit} that are more than {@code apart} places from a better one. */
  static int[] apart(double[] scores, int apart, int limit) {
    var taken = new boolean[scores.length];
    return Arrays.stream(order(scores))
        .filter(
            i -> {
              boolean free =
                  IntStream.rangeClosed(
                          Math.max(0, i - apart), Math.min(scores.length - 1, i + apart))
                      .noneMatch(j -> taken[j]);
              taken[i] = free;
              return free;
            })
        .limit(limit)
        .toArray();
  }
}
