package dev.continuo.runtime.budget;

/**
 * The ledger of model rounds. What a round can cost at most is taken out of every cap that counts
 * before it, in one statement, so that rounds at the same time cannot overrun a cap together; what
 * it did cost is settled after it. Both in a transaction of their own.
 */
public interface Rounds {
  /**
   * Reserves, or takes nothing and says which cap stands in the way. The caps are asked of the
   * house table <em>Budget caps</em>; without an answer of it nothing is spent.
   *
   * @param micros what the round can cost at most, in micro-euros; 0 asks no cap
   */
  Reservation reserve(Work work, ModelUsed model, long micros);

  /** Settles a reserved round; a second time changes nothing. */
  void settle(String key, Settlement settlement);
}
