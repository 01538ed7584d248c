package dev.continuo.runtime.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run, told by the feature that did it.
 *
 * @param key names the happening for all time: recorded twice, it is kept once
 * @param runKey the run
 * @param elementInstanceKey the visit of the element under which it is shown; null for the run
 *     itself
 * @param elementId that element's id
 * @param sentence what happened, in one plain sentence that follows the flow's name: "asks for an
 *     approval of the answer to Anna Berg." Text from outside may be quoted in it; it is shown as
 *     text
 * @param details JSON-like values for whoever opens the line
 */
public record TraceEntry(
    String key,
    long runKey,
    @Nullable Long elementInstanceKey,
    @Nullable String elementId,
    TraceKind kind,
    String sentence,
    Map<String, Object> details,
    Instant at) {
  public TraceEntry {
    if (key.isBlank()) {
      throw new IllegalArgumentException("A trace entry needs a key");
    }
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
