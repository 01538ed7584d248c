package dev.continuo.runtime.flow;

import java.util.List;
import java.util.Map;

/**
 * Starts flows once and hands messages to waiting runs.
 *
 * <p>A unique trigger row in PostgreSQL comes first, then the engine is asked. A start that was cut
 * off in between is finished by the same process or by the next one after a restart.
 */
public interface Starts {
  /**
   * Starts the flow unless the trigger key is known.
   *
   * @throws FlowNotReleased when no released flow has that id
   * @throws StartRefused when the engine will not start it; within a transaction, where the engine
   *     is asked later, the start is kept instead and stands among those that {@link #refused}
   */
  Started start(StartRequest request);

  /**
   * Hands a message to the run that waits for it under the correlation key. The same message id is
   * delivered once.
   */
  void correlate(
      String messageName, String correlationKey, String messageId, Map<String, Object> variables);

  /** What the engine refused and nobody could be told; it is tried again every two minutes. */
  List<RefusedStart> refused();
}
