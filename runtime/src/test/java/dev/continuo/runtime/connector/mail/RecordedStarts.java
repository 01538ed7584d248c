package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.flow.RefusedStart;
import dev.continuo.runtime.flow.StartRequest;
import dev.continuo.runtime.flow.Started;
import dev.continuo.runtime.flow.Starts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@link Starts} in memory: remembers what was asked for; can be told to fail. */
final class RecordedStarts implements Starts {
  final Map<String, StartRequest> started = new LinkedHashMap<>();
  final CopyOnWriteArrayList<Correlation> correlated = new CopyOnWriteArrayList<>();
  volatile boolean failing;

  record Correlation(String message, String key, String messageId, Map<String, Object> variables) {}

  @Override
  public synchronized Started start(StartRequest request) {
    if (failing) {
      throw new IllegalStateException("the flow is not released yet");
    }
    boolean first = started.putIfAbsent(request.triggerKey(), request) == null;
    return new Started(request.triggerKey(), first, first ? null : 4711L);
  }

  @Override
  public void correlate(
      String messageName, String correlationKey, String messageId, Map<String, Object> variables) {
    correlated.add(new Correlation(messageName, correlationKey, messageId, variables));
  }

  @Override
  public List<RefusedStart> refused() {
    return List.of();
  }
}
