package dev.continuo.runtime.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a run's causal list.
 *
 * @param key stable; unique within the run
 * @param depth 0 for what the run itself does, one more for what happened because of the line above
 *     with the smaller depth
 * @param elementInstanceKey the visit of the element it belongs to, if any
 * @param took from beginning to end where the line is about something that has both
 */
public record TraceLine(
    String key,
    Instant at,
    int depth,
    TraceKind kind,
    @Nullable Long elementInstanceKey,
    @Nullable String elementId,
    String sentence,
    Map<String, Object> details,
    @Nullable Duration took) {
  public TraceLine {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
