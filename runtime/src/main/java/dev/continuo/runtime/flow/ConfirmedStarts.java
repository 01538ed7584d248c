package dev.continuo.runtime.flow;

import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import java.util.HashMap;
import java.util.List;

/** Confirms starts from what the engine recorded, in the projector's transaction. */
final class ConfirmedStarts implements JournalListener {
  private final TriggeredStarts starts;

  ConfirmedStarts(TriggeredStarts starts) {
    this.starts = starts;
  }

  @Override
  public void on(List<JournalRecord> batch) {
    var runs = new HashMap<String, Long>();
    for (JournalRecord entry : batch) {
      if (entry.is("MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED")) {
        long run = entry.runKey() > 0 ? entry.runKey() : entry.number("processInstanceKey");
        runs.put(entry.text("correlationKey"), run);
      } else if (entry.is("VARIABLE", "CREATED")
          && entry.text("name").equals("startKey")
          && entry.number("scopeKey") == entry.runKey()) {
        runs.putIfAbsent(entry.text("value"), entry.runKey());
      }
    }
    starts.confirm(runs);
  }
}
