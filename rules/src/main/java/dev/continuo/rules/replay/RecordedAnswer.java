package dev.continuo.rules.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question that was asked once, and what was answered then.
 *
 * @param id the record's own key, handed back with what changed
 */
public record RecordedAnswer(
    String id, Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> outputs) {}
