package dev.continuo.runtime.flow;

/**
 * Carries out one step type. A Spring bean; the catalogue collects all of them at start.
 *
 * <p>Contract: called on a worker thread, at least once per job. A handler keeps its own writes
 * idempotent under {@link StepContext#effectKey()}. What it throws is retried as its descriptor's
 * {@link RetryClass} says and then becomes an incident.
 */
public interface StepHandler {
  /** The catalogue entry; the same object on every call. */
  StepDescriptor descriptor();

  /** Does the step's work and says how it ended. */
  StepOutcome handle(StepContext step) throws Exception;
}
