package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.RankList;
import dev.continuo.ontology.recall.RankedText;
import dev.continuo.ontology.recall.Weights;
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

  /** In percent. */
  record Found(double at5, double at10) {
    double both() {
      return at5 + at10;
    }
  }

  Found of(List<Case> cases, Weights weights) {
    double five = 0;
    double ten = 0;
    for (Case one : cases) {
      var found = scored.computeIfAbsent(new Weighed(one, weights), w -> of(one, weights));
      five += found.at5();
      ten += found.at10();
    }
    int n = Math.max(1, cases.size());
    return new Found(100 * five / n, 100 * ten / n);
  }

  private Found of(Case one, Weights weights) {
    var ranked = ranked(one, weights);
    return new Found(share(one, ranked, 5), share(one, ranked, 10));
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
    return any ? Math.min(1, found) : (double) found / one.gold().size();
  }
}
