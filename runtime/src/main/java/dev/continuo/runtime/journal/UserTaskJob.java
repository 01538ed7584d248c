package dev.continuo.runtime.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user task of a run; it ends when its job is completed by key.
 *
 * @param jobKey the job to complete
 * @param elementInstanceKey the visit of the element, also the scope of {@code variables}
 * @param headers the task's headers as the engine knows them
 * @param variables the variables local to the task, that is: its input mappings
 */
public record UserTaskJob(
    long jobKey,
    long runKey,
    long processKey,
    long elementInstanceKey,
    String elementId,
    Instant createdAt,
    Map<String, String> headers,
    Map<String, Object> variables) {
  /** The job type that Zeebe gives to user tasks. */
  public static final String JOB_TYPE = "io.camunda.zeebe:userTask";

  public UserTaskJob {
    headers = Map.copyOf(headers);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
