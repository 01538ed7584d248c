package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.RankList;
import dev.continuo.ontology.recall.Weights;
import java.util.ArrayList;
import java.util.List;

/** The weights that are tried on development splits; what ships comes first. */
final class Grids {
  private Grids() {}

  static List<Weights> linked() {
    var grid = new ArrayList<Weights>();
    grid.add(Weights.linked());
    for (double seed : new double[] {0.05, 0.1}) {
      for (double meaning : new double[] {0.05, 0.1}) {
        grid.add(
            Weights.of(RankList.GRAPH, 1)
                .and(RankList.MEANING, meaning)
                .and(RankList.WHOLE, meaning)
                .seeds(seed, 0.5));
      }
    }
    return grid;
  }

  static List<Weights> mentions() {
    var grid = new ArrayList<Weights>();
    grid.add(Weights.mentions());
    for (double names : new double[] {0.1, 0.3, 1, 3}) {
      for (double meaning : new double[] {0.05, 0.15, 0.25, 0.4}) {
        for (double words : new double[] {0, 0.2, 0.4}) {
          grid.add(
              Weights.of(RankList.GRAPH, 1)
                  .and(RankList.MEANING, meaning)
                  .and(RankList.WHOLE, meaning)
                  .and(RankList.WORDS, words)
                  .seeds(1, names));
        }
      }
    }
    return grid;
  }

  static List<Weights> dialogue() {
    var grid = new ArrayList<Weights>();
    grid.add(Weights.dialogue());
    for (double subject : new double[] {0.4, 0.7, 1}) {
      for (double words : new double[] {0.6, 0.9, 1.2}) {
        for (double names : new double[] {0.9, 1.2}) {
          for (double around : new double[] {0, 0.4, 0.7}) {
            for (double place : new double[] {0, 0.4, 0.7}) {
              for (int apart : new int[] {3, 5}) {
                grid.add(
                    Weights.of(RankList.MEANING, 1)
                        .and(RankList.SUBJECT, subject)
                        .and(RankList.WORDS, words)
                        .and(RankList.NAMES, names)
                        .and(RankList.AROUND, around)
                        .and(RankList.PLACE, place)
                        .and(RankList.LENGTH, 0.2)
                        .spreadBy(apart));
              }
            }
          }
        }
      }
    }
    return grid;
  }

  static List<Weights> conversation() {
    var grid = new ArrayList<Weights>();
    for (double meaning : new double[] {0.5, 0.7, 1}) {
      for (double subject : new double[] {0, 0.3}) {
        for (double names : new double[] {0.2, 0.4, 0.7}) {
          for (double group : new double[] {0, 0.2, 0.4}) {
            for (double length : new double[] {0, 0.1}) {
              grid.add(
                  Weights.of(RankList.WORDS, 1)
                      .and(RankList.MEANING, meaning)
                      .and(RankList.SUBJECT, subject)
                      .and(RankList.NAMES, names)
                      .and(RankList.GROUP, group)
                      .and(RankList.LENGTH, length));
            }
          }
        }
      }
    }
    return grid;
  }
}
