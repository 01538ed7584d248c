package dev.continuo.runtime.flow;

import java.time.Duration;
import java.util.Optional;

/** Says whether a step that broke is tried again. A bean of this type counts. */
public interface RetryPolicy {
  /**
   * The policy's answer to a failed try.
   *
   * @return empty where it has none: then the step's own retry class counts
   */
  Optional<Answer> after(Failure failure);

  /**
   * A try that failed.
   *
   * @param tries how often the job failed so far, this time included
   * @param runKey the run
   * @param elementId the element's id
   */
  record Failure(StepDescriptor step, ErrorClass error, int tries, long runKey, String elementId) {}

  /**
   * What follows.
   *
   * @param again whether it is tried again; else the run stops and asks a person
   * @param after the pause before
   * @param rule the rule that says so, in words
   */
  record Answer(boolean again, Duration after, String rule) {}
}
