package dev.continuo.runtime.decision;

import java.util.List;

/** Asks released tables and keeps every answer. */
public interface Decisions {
  /**
   * Asks a table. The answer is recorded and, where it belongs to a run, told in the run's trace:
   * in the caller's transaction where there is one; else together with other answers, and this
   * method returns to a run only when that is stored. Asking again with the same values from the
   * same visit of an element (a redelivered job) is the same evaluation.
   *
   * @throws TableNotFound when there is no such table
   * @throws TableNotReleased when it has no released version
   * @throws DecisionFailed when it has no answer: a value is missing or of the wrong type, no row
   *     fits, or a row fails. This, too, is recorded
   */
  DecisionResult evaluate(DecisionRequest request);

  /**
   * Asks without a record, for what is asked over and over until it matters; whoever acts on the
   * answer asks again with {@link #evaluate}. The evaluation has no number.
   *
   * @throws DecisionFailed as {@link #evaluate} does
   */
  DecisionResult preview(DecisionRequest request);

  /** What was decided in a run, in order. */
  List<RecordedDecision> ofRun(long runKey);

  /** The newest answers of a table, newest first. */
  List<RecordedDecision> latest(String tableId, int most);

  /** How often a table was asked and each of its rows hit; a second or two behind. */
  TableUse use(String tableId);
}
