package dev.continuo.runtime.activity;

import java.util.List;

/** Activities added up. */
public record ActivitySums(
    int reads,
    int writes,
    long micros,
    long rows,
    long tokens,
    int cacheHits,
    long staleDropped,
    long costMicros,
    int failures,
    List<String> indexes) {
  public ActivitySums {
    indexes = List.copyOf(indexes);
  }

  /** Whether anything was done at all. */
  public boolean any() {
    return reads + writes > 0;
  }
}
