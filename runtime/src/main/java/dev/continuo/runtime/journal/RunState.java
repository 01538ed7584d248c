package dev.continuo.runtime.journal;

/** How a run stands. */
public enum RunState {
  /** A step is at work, or about to be. */
  RUNNING,
  /** Every open element waits for a person, a message, a time, or a called run. */
  WAITING,
  /** It reached its end. */
  COMPLETED,
  /** It was stopped. */
  TERMINATED,
  /** At least one incident is open. */
  INCIDENT;

  /** Whether nothing more will happen. */
  public boolean ended() {
    return this == COMPLETED || this == TERMINATED;
  }
}
