package dev.continuo.runtime.decision.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a candidate what the released table was asked, and compares. */
public interface Backtests {
  /**
   * Begins one in the background.
   *
   * @param candidateXml the text to try; usually the draft
   * @throws dev.continuo.runtime.decision.TableRefused when the candidate does not compile
   */
  Backtest start(String tableId, String candidateXml, Instant from, Instant to);

  /** One as it stands; those of earlier starts of the app are forgotten. */
  Optional<Backtest> backtest(String id);

  /** Stops one; what it found so far stays. */
  void cancel(String id);

  /** Those of a table, newest first. */
  List<Backtest> of(String tableId);
}
