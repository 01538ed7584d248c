package dev.continuo.runtime.journal;

import java.util.List;

/** What happened in each run and because of what. */
public interface Trace {
  /**
   * Records a happening in the caller's transaction, or in one of its own where there is none. It
   * also becomes a sentence of the day's log.
   */
  void record(TraceEntry entry);

  /** Records several happenings like {@link #record(TraceEntry)}, with less work. */
  default void record(List<TraceEntry> entries) {
    entries.forEach(this::record);
  }

  /**
   * The causal list of a run: the engine's transitions and the recorded entries, each under what
   * caused it, otherwise by time. At most the first 5,000 lines.
   */
  List<TraceLine> of(long runKey);
}
