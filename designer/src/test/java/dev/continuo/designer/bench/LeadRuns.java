package dev.continuo.designer.bench;

import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hears from the journal when a Lead intake run waits for the reply, by the engine's own clock: its
 * answer is in the outbox then. A run that ends or breaks before that is counted apart.
 */
final class LeadRuns implements JournalListener {
  private final Map<String, CompletableFuture<Instant>> byTrigger = new ConcurrentHashMap<>();
  private final Map<Long, String> triggerOf = new ConcurrentHashMap<>();
  final AtomicInteger elsewhere = new AtomicInteger();

  /** Completes with the time at which the run of this trigger waits for its reply. */
  CompletableFuture<Instant> expect(String triggerKey) {
    return byTrigger.computeIfAbsent(triggerKey, key -> new CompletableFuture<>());
  }

  @Override
  public void on(List<JournalRecord> batch) {
    for (JournalRecord entry : batch) {
      if (entry.is("MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED")) {
        long run = entry.runKey() > 0 ? entry.runKey() : entry.number("processInstanceKey");
        triggerOf.put(run, entry.text("correlationKey"));
      } else if (entry.is("PROCESS_INSTANCE", "ELEMENT_ACTIVATED")
          && "wait-for-reply".equals(entry.elementId())) {
        over(entry);
      } else if (entry.is("INCIDENT", "CREATED")
          || entry.is("PROCESS_INSTANCE", "ELEMENT_COMPLETED")
              && entry.text("bpmnElementType").equals("PROCESS")) {
        if (over(entry)) {
          elsewhere.incrementAndGet();
        }
      }
    }
  }

  private boolean over(JournalRecord entry) {
    String trigger = triggerOf.remove(entry.runKey());
    return trigger != null && expect(trigger).complete(entry.at());
  }
}
