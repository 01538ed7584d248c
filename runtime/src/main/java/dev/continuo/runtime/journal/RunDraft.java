package dev.continuo.runtime.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run while a batch of records is applied to it. */
final class RunDraft {
  final long runKey;

  /** The state in the database; null while there is no row. */
  final @Nullable RunState before;

  String flowId = "";
  int version;
  long processKey;
  @Nullable Long parentRunKey;
  RunState state = RunState.RUNNING;
  Instant startedAt = Instant.EPOCH;
  @Nullable Instant endedAt;
  @Nullable String startKey;
  @Nullable String title;
  int openIncidents;
  final Map<Long, Run.Element> open = new LinkedHashMap<>();
  boolean changed;

  RunDraft(long runKey, @Nullable RunState before) {
    this.runKey = runKey;
    this.before = before;
  }

  void end(RunState how, Instant at) {
    state = how;
    endedAt = at;
    open.clear();
  }

  /** Works out the state from the open elements and incidents. */
  void settle() {
    if (state.ended()) {
      return;
    }
    boolean somewhere = false;
    boolean waiting = true;
    for (Run.Element element : open.values()) {
      if (!ElementTypes.isScope(element.type())) {
        somewhere = true;
        waiting &= element.waiting();
      }
    }
    state =
        openIncidents > 0
            ? RunState.INCIDENT
            : somewhere && waiting ? RunState.WAITING : RunState.RUNNING;
  }
}
