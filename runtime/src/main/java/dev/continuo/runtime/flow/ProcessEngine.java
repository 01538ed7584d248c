package dev.continuo.runtime.flow;

import java.time.Duration;
import java.util.Map;

/**
 * What Continuo asks of the process engine. Every call is a round trip; {@link EngineTrouble} says
 * whether trying again may help.
 */
public interface ProcessEngine {
  /**
   * Deploys a process; the same content again returns the version that is there.
   *
   * @throws EngineTrouble.Refused with the engine's own words when it does not accept the process
   */
  DeployedProcess deploy(String resourceName, String xml);

  /**
   * Starts the newest version of a process at its none start event and returns the run's number.
   */
  long start(String processId, Map<String, Object> variables);

  /** Publishes a message; the same id within its time to live is delivered once. */
  void publish(
      String name,
      String correlationKey,
      String messageId,
      Duration timeToLive,
      Map<String, Object> variables);

  /**
   * Completes a job by its key.
   *
   * @throws EngineTrouble.Gone when the job is not there any more
   */
  void complete(long jobKey, Map<String, Object> variables);

  /** Lets a job stay with us for that long from now. */
  void lease(long jobKey, Duration duration);

  /** Gives a failed job new retries and resolves its incident. */
  void tryAgain(long jobKey, long incidentKey, int retries);

  /** Ends a run. */
  void cancel(long runKey);

  /** Whether the engine answers. */
  boolean answers();

  /**
   * A process as the engine knows it.
   *
   * @param processKey the engine's number of this version
   * @param processId the modeller's id
   * @param version the engine's version count
   */
  record DeployedProcess(long processKey, String processId, int version) {}
}
