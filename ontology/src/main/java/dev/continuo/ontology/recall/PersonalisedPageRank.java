package dev.continuo.ontology.recall;

import java.util.Arrays;

/**
 * Where a walk ends up that starts again at its seeds every other step on average: personalised
 * PageRank by power iteration (Haveliwala, "Topic-Sensitive PageRank", 2002) over an undirected,
 * weighted graph.
 */
final class PersonalisedPageRank {

  private static final double FOLLOW = 0.5;
  private static final int ROUNDS = 25;

  private int[] from = new int[64];
  private int[] to = new int[64];
  private double[] weight = new double[64];
  private int edges;

  /** Adds an edge in both directions. */
  void connect(int one, int other, double strength) {
    if (one != other) {
      add(one, other, strength);
      add(other, one, strength);
    }
  }

  private void add(int a, int b, double strength) {
    if (edges == from.length) {
      from = Arrays.copyOf(from, 2 * edges);
      to = Arrays.copyOf(to, 2 * edges);
      weight = Arrays.copyOf(weight, 2 * edges);
    }
    from[edges] = a;
    to[edges] = b;
    weight[edges++] = strength;
  }

  /**
   * @param seeds where the walk starts, by node; need not add up to one
   * @return the share of time spent at each node; all zero without a seed
   */
  double[] walk(double[] seeds) {
    double total = Arrays.stream(seeds).sum();
    var restart = new double[seeds.length];
    if (total <= 0) {
      return restart;
    }
    for (int i = 0; i < seeds.length; i++) {
      restart[i] = seeds[i] / total;
    }
    var out = new double[seeds.length];
    for (int e = 0; e < edges; e++) {
      out[from[e]] += weight[e];
    }
    var now = restart.clone();
    for (int round = 0; round < ROUNDS; round++) {
      now = step(now, restart, out);
    }
    return now;
  }

  private double[] step(double[] now, double[] restart, double[] out) {
    var next = new double[now.length];
    for (int e = 0; e < edges; e++) {
      next[to[e]] += FOLLOW * now[from[e]] * weight[e] / out[from[e]];
    }
    for (int i = 0; i < next.length; i++) {
      next[i] += (1 - FOLLOW) * restart[i];
    }
    return next;
  }
}
