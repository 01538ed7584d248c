package dev.continuo.runtime.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One read or write of memory.
 *
 * @param write false for a read
 * @param name what was asked: {@code recall}, {@code facts}, {@code remember}, ...
 * @param elementId the step that asked, where a run did
 * @param staleDropped outdated values that were left out of the answer
 * @param tokens of the answer, where it was packed for a model
 * @param costMicros in micro-euros
 * @param failure code of the error; null when it went well
 */
public record Activity(
    Instant at,
    boolean write,
    String name,
    @Nullable Long runKey,
    @Nullable String elementId,
    long micros,
    int rows,
    List<String> indexes,
    boolean cacheHit,
    int staleDropped,
    int tokens,
    long costMicros,
    @Nullable String failure) {
  public Activity {
    indexes = List.copyOf(indexes);
  }
}
