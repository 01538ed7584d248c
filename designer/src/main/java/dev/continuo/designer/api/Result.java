package dev.continuo.designer.api;

import dev.continuo.runtime.journal.RunState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a run stands, with its variables.
 *
 * @param runKey the run
 * @param state how it stands
 * @param ended whether nothing more will happen
 * @param variables the run's own variables
 */
record Result(long runKey, RunState state, boolean ended, Map<String, Object> variables) {
  Result {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
