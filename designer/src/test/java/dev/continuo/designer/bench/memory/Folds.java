package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.memory.Tally.Found;
import dev.continuo.ontology.recall.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Five-fold cross-validation with a fixed seed: weights are chosen on four folds, scored on the
 * fifth.
 */
final class Folds {
  private static final long SEED = 20261122;
  private static final int FOLDS = 5;

  private final Tally tally;

  Folds(Tally tally) {
    this.tally = tally;
  }

  /** The best of the grid on those cases; among equals the one that finds the first text sooner. */
  Weights best(List<Case> dev, List<Weights> grid) {
    return Collections.max(
        grid,
        Comparator.comparingDouble((Weights w) -> tally.of(dev, w).both())
            .thenComparingDouble(w -> tally.of(dev, w).first()));
  }

  /** What each case found with the weights that were chosen without its fold. */
  Map<Case, Found> crossed(List<Case> cases, List<Weights> grid) {
    var groups = new ArrayList<>(cases.stream().map(Case::group).distinct().toList());
    Collections.shuffle(groups, new Random(SEED));
    var found = new LinkedHashMap<Case, Found>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      var held = cases.stream().filter(c -> groups.indexOf(c.group()) % FOLDS == left).toList();
      var dev = cases.stream().filter(c -> groups.indexOf(c.group()) % FOLDS != left).toList();
      if (held.isEmpty() || dev.isEmpty()) {
        continue;
      }
      var chosen = best(dev, grid);
      held.forEach(one -> found.put(one, tally.of(List.of(one), chosen)));
    }
    return found;
  }
}
