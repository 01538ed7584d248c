package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.RankList;
import dev.continuo.ontology.recall.RankedText;
import dev.continuo.ontology.recall.Weights;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores weights on cases; lists are computed once for each case and each way of seeding. */
final class Tally {
  private record Asked(Case of, double textSeed, double nameSeed, List<RankList> lists) {}

  private record Weighed(Case of, Weights by) {}

  private final boolean any;
  private final Map<Asked, Map<RankList, double[]>> computed = new HashMap<>();
  private final Map<Weighed, Found> scored = new HashMap<>();

  /**
   * @param any whether one found text is enough (Any@k) or the found share counts (R@k)
   */
  Tally(boolean any) {
    this.any = any;
  }

  /**
   * In percent.
   *
   * @param first one divided by the rank of the first right text
   */
  record Found(double at5, double at10, double first) {
    static Found mean(Collection<Found> each) {
      return new Found(
          each.stream().mapToDouble(Found::at5).average().orElse(0),
          each.stream().mapToDouble(Found::at10).average().orElse(0),
          each.stream().mapToDouble(Found::first).average().orElse(0));
    }

    double both() {
      return at5 + at10;
    }
  }

  Found of(List<Case> cases, Weights weights) {
    return Found.mean(
        cases.stream()
            .map(one -> scored.computeIfAbsent(new Weighed(one, weights), w -> of(one, weights)))
            .toList());
  }

  private Found of(Case one, Weights weights) {
    var ranked = ranked(one, weights);
    return new Found(share(one, ranked, 5), share(one, ranked, 10), first(one, ranked));
  }

  private static double first(Case one, List<RankedText> ranked) {
    int rank = 0;
    while (rank < ranked.size() && !one.gold().contains(ranked.get(rank).id())) {
      rank++;
    }
    return rank == ranked.size() ? 0 : 100.0 / (1 + rank);
  }

  private List<RankedText> ranked(Case one, Weights weights) {
    var lists =
        computed.computeIfAbsent(
            new Asked(
                one,
                weights.textSeed(),
                weights.nameSeed(),
                weights.lists().keySet().stream().sorted().toList()),
            asked -> one.shelf().lists(one.question(), weights));
    return one.shelf().rank(lists, weights, 10);
  }

  private double share(Case one, List<RankedText> ranked, int k) {
    long found = ranked.stream().limit(k).filter(r -> one.gold().contains(r.id())).count();
    return 100 * (any ? Math.min(1, found) : (double) found / one.gold().size());
  }
}
