package dev.continuo.ontology.memory.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of valid time.
 *
 * @param from inclusive
 * @param to exclusive, {@code null} when open
 */
public record Interval(Instant from, @Nullable Instant to) {

  /** True when that instant lies inside. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && (to == null || instant.isBefore(to));
  }

  boolean overlaps(Interval other) {
    return contains(other.from) || other.contains(from);
  }

  boolean isEmpty() {
    return to != null && !from.isBefore(to);
  }

  /** The earlier of two ends, where {@code null} is never. */
  static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null) {
      return b;
    }
    return b == null || a.isBefore(b) ? a : b;
  }

  /** True when an end comes before another, where {@code null} is never. */
  static boolean before(@Nullable Instant a, @Nullable Instant b) {
    return a != null && (b == null || a.isBefore(b));
  }
}
