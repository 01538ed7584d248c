package dev.continuo.ontology.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The point of view of a question: what holds at {@code valid} by what was recorded at {@code
 * recorded}. {@code null} means now.
 */
public record AsOf(@Nullable Instant valid, @Nullable Instant recorded) {

  /** What holds now by what is known now. */
  public static AsOf now() {
    return new AsOf(null, null);
  }

  /** What held at that time, by what is known now. */
  public static AsOf validAt(Instant time) {
    return new AsOf(time, null);
  }

  /** What was believed at that time to hold at that time. */
  public static AsOf believedAt(Instant time) {
    return new AsOf(time, time);
  }
}
