package dev.continuo.runtime.decision.backtest;

import java.time.Duration;
import java.util.List;

/**
 * Candidates that are asked beside the released table for a time. Whatever the released table
 * answers is asked of the candidate, too, a moment later and from the record; differences are
 * counted and kept. A restart goes on where it stopped.
 */
public interface Shadows {
  /**
   * Begins one; one that runs for the table ends.
   *
   * @throws dev.continuo.runtime.decision.TableRefused when the candidate does not compile
   */
  Shadow start(String tableId, String candidateXml, Duration howLong, String who);

  /** Ends one. */
  void end(String id, String why);

  /** Those of a table, newest first. */
  List<Shadow> of(String tableId);

  /** What differed, newest first. */
  List<ChangedDecision> differences(String id, int most);
}
