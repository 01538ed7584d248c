package dev.continuo.runtime.journal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param summary what the list shows
 * @param activeElements open visits, scopes included, in order of arrival
 * @param completedElements ids of the elements that were completed at least once
 * @param takenFlows ids of the sequence flows that were taken
 * @param incidents open and resolved, oldest first
 */
public record Run(
    RunSummary summary,
    List<Element> activeElements,
    Set<String> completedElements,
    Set<String> takenFlows,
    List<Incident> incidents) {
  public Run {
    activeElements = List.copyOf(activeElements);
    completedElements = Set.copyOf(completedElements);
    takenFlows = Set.copyOf(takenFlows);
    incidents = List.copyOf(incidents);
  }

  /** The process instance. */
  public long runKey() {
    return summary.runKey();
  }

  /** How it stands. */
  public RunState state() {
    return summary.state();
  }

  /**
   * One visit of an element.
   *
   * @param key the element instance
   * @param type Zeebe's element type, {@code SERVICE_TASK}, ...
   * @param waiting for a person, a message, a time or a called run
   */
  public record Element(
      long key, String elementId, String type, long scopeKey, boolean waiting, Instant since) {}

  /**
   * A problem that stopped a step.
   *
   * @param errorType Zeebe's error type, {@code JOB_NO_RETRIES}, ...
   * @param resolvedAt null while open
   */
  public record Incident(
      long key,
      long elementInstanceKey,
      String elementId,
      long jobKey,
      String errorType,
      String message,
      Instant openedAt,
      @Nullable Instant resolvedAt) {}
}
