package dev.continuo.runtime.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A wish to start a flow once.
 *
 * @param triggerKey unique over all time: the same key never starts a second run
 * @param flowId the process id of a released flow
 * @param variables start variables, JSON-like values
 * @param origin where the wish came from, in words ("mail from the inbox folder")
 */
public record StartRequest(
    String triggerKey, String flowId, Map<String, Object> variables, String origin) {
  public StartRequest {
    if (triggerKey.isBlank() || triggerKey.length() > 500) {
      throw new IllegalArgumentException("A trigger key has 1 to 500 characters");
    }
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
