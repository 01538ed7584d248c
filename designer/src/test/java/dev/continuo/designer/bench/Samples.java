package dev.continuo.designer.bench;

import java.util.ArrayList;
import java.util.List;

/** Numbers of the same kind. */
public final class Samples {
  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
  }

  void addTo(Samples others) {
    others.values.addAll(values);
  }

  public double median() {
    return percentile(0.5);
  }

  public double min() {
    return percentile(0);
  }

  public double max() {
    return percentile(1);
  }

  /** Nearest rank; the mean of the middle two for the median of an even count. */
  public double percentile(double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    if (share == 0.5 && sorted.size() % 2 == 0) {
      return (sorted.get(last / 2) + sorted.get(last / 2 + 1)) / 2;
    }
    return sorted.get((int) Math.min(last, Math.max(0, Math.ceil(share * sorted.size()) - 1)));
  }
}
