package dev.continuo.runtime.engine;

/** Where a supervised process stands, as {@code ./continuo status} reports it. */
public enum ProcessState {
  STARTING,
  RUNNING,
  FAILED,
  STOPPED;

  /** The word used in the status file and by {@code ./continuo status --json}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
